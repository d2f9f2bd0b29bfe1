using ChildrensTrust.Pipeline.Foundation.Storage;
using ChildrensTrust.Pipeline.Observations;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Writes what a checked file gives. The ledger comes last: from then on it counts. Done twice, the store is
/// the same.</summary>
internal sealed class ReleasePublisher(PipelineStorage storage, ReleaseLedger ledger, SeriesStore store)
{
    /// <summary>Writes findings and series. Nobody reads them yet.</summary>
    public async Task StageAsync(Release release, ScreenedFile screened, CancellationToken cancellationToken)
    {
        var (reading, series, findings) = screened;
        if (!reading.Rows.Reconciles)
            throw new InvalidOperationException($"The rows of release {release.Id} do not add up.");
        await ledger.WriteFindingsAsync(release, findings, cancellationToken);
        if (reading.Refused || reading.Rows.Rejected > 0)
            await FindingsFiles.WriteAsync(storage.Quarantine, release, reading, findings, cancellationToken);
        if (!reading.Refused)
            await store.WriteAsync(release.SeriesVersion, series, cancellationToken);
    }

    /// <summary>Enters the release as complete or refused; a withdrawn one stays withdrawn.</summary>
    public Task<Release> CommitAsync(Release release, ScreenedFile screened, CancellationToken cancellationToken)
    {
        release = release with
        {
            Status = screened.Reading.Refused ? ReleaseStatus.Quarantined : ReleaseStatus.Complete,
        };
        return ledger.WriteAsync(release, cancellationToken);
    }
}
