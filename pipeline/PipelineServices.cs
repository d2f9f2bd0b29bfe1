using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Health;
using ChildrensTrust.Pipeline.Observations;
using ChildrensTrust.Pipeline.Publishing;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Site;
using ChildrensTrust.Pipeline.Snapshots;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChildrensTrust.Pipeline;

/// <summary>Puts the pipeline together from settings.</summary>
public static class PipelineServices
{
    /// <summary>The setting that names the data storage account: a connection string, or a prefix of settings for an
    /// identity.</summary>
    public const string Connection = "Landing";

    /// <summary>
    /// Adds the pipeline. <c>Landing</c> is a connection string (development), or <c>Landing__blobServiceUri</c> and
    /// <c>Landing__tableServiceUri</c> name the account and an identity is used (<c>Landing__clientId</c> for a
    /// user-assigned one). <c>Snapshot__CompileAfterDays</c> says how long after its as-at date a snapshot is compiled,
    /// <c>Ingestion__MostRejectedShare</c> which share of a file's rows may be rejected.
    /// </summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(
            new ScheduleOptions { CompileAfterDays = configuration.GetValue<int?>("Snapshot:CompileAfterDays") }
        );
        services.AddSingleton(
            new IngestionOptions
            {
                MostRejectedShare =
                    configuration.GetValue<double?>("Ingestion:MostRejectedShare")
                    ?? new IngestionOptions().MostRejectedShare,
            }
        );
        services.TryAddSingleton(new StorageRetryOptions());
        services.AddSingleton(provider => Storage(configuration, provider.GetRequiredService<StorageRetryOptions>()));
        services.AddSingleton(FeedReader.SourceFormats);
        services.AddSingleton<ReferenceStore>();
        services.AddSingleton<ReleaseLedger>();
        services.AddSingleton<SeriesStore>();
        services.AddSingleton<Ingestion>();
        services.AddSingleton<DropLedger>();
        services.AddSingleton<FailedDrops>();
        services.AddSingleton<LandingReconciliation>();
        services.AddSingleton<UnroutedFiles>();
        services.AddSingleton<ReleaseRebuild>();
        services.AddSingleton<ReleaseWithdrawal>();
        services.AddSingleton<ReleasePurge>();
        services.AddSingleton<ObservationExport>();
        services.AddSingleton<KnownDataStore>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<SnapshotUse>();
        services.AddSingleton<SnapshotProduction>();
        services.AddSingleton<SnapshotRebuild>();
        services.AddSingleton<SnapshotPurge>();
        services.AddSingleton<RevisionReport>();
        services.AddSingleton<SnapshotHistory>();
        services.AddSingleton<DueOutlook>();
        services.AddSingleton<SnapshotPages>();
        services.AddSingleton<IndicatorPages>();
        services.AddSingleton<ReleasePages>();
        services.AddSingleton<PageRouter>();
        services.AddSingleton<AreaPages>();
        services.AddSingleton<StaticSite>();
        services.AddSingleton<PipelineHealth>();
        if (configuration[Connection] is { Length: > 0 })
            services.AddHostedService<DevelopmentStorage>();
        return services;
    }

    private static PipelineStorage Storage(IConfiguration configuration, StorageRetryOptions patience)
    {
        if (configuration[Connection] is { Length: > 0 } connection)
            return new(
                new BlobServiceClient(connection, patience.ApplyTo(new BlobClientOptions())),
                new TableServiceClient(connection, patience.ApplyTo(new TableClientOptions()))
            );
        var section = configuration.GetSection(Connection);
        Uri Service(string name) =>
            new(
                section[name]
                    ?? throw new InvalidOperationException(
                        $"The setting {Connection} is missing. Set it to a connection string, or set "
                            + $"{Connection}__{name} to the address of the storage account's service."
                    )
            );
        var (blobs, tables) = (Service("blobServiceUri"), Service("tableServiceUri"));
        TokenCredential credential = section["clientId"] is { Length: > 0 } client
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(client))
            : new DefaultAzureCredential();
        return new(
            new BlobServiceClient(blobs, credential, patience.ApplyTo(new BlobClientOptions())),
            new TableServiceClient(tables, credential, patience.ApplyTo(new TableClientOptions()))
        );
    }
}
