using ChildrensTrust.Pipeline.Releases;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Pipeline.Tests;

public sealed class PipelineServicesTests
{
    [Theory]
    [InlineData("-0.1")]
    [InlineData("1.01")]
    [InlineData("10")]
    [InlineData("NaN")]
    public void A_share_of_rejected_rows_that_is_none_stops_the_start_and_names_the_setting(string share) =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => Share(share))
            .Message.ShouldStartWith("The setting Ingestion__MostRejectedShare must be 0 to 1");

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.25", 0.25)]
    [InlineData("1", 1)]
    [InlineData("", 0.1)]
    [InlineData(null, 0.1)]
    public void The_share_of_rejected_rows_is_the_setting_or_one_in_ten(string? share, double used) =>
        Share(share).ShouldBe(used);

    private static double Share(string? setting)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Ingestion:MostRejectedShare", setting)])
            .Build();
        using var services = new ServiceCollection().AddPipeline(configuration).BuildServiceProvider();
        return services.GetRequiredService<IngestionOptions>().MostRejectedShare;
    }
}
