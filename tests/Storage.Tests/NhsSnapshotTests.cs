using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Releases;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The two NHS feeds, in the tables of 2012 and in today's, all the way to the snapshot. Figures are
/// illustrative.</summary>
[Collection("Another store")]
public sealed class NhsSnapshotTests(Emulator emulator)
{
    private const string Breastfeeding2012 =
        "Breastfeeding prevalence at 6 to 8 weeks,,,,,,,,,\nQuarter 2 2012/13,,,,,,,,,\n,,,,,,,,,\n"
        + "PCT code,PCT name,Infants due a 6-8 week check,Breastfeeding status of infants at the "
        + "check,,,,,Percentage of infants,\n"
        + ",,,Totally breastfed,Partially breastfed,Not at all breastfed,Status not known,Status "
        + "known,Prevalence,Coverage\n"
        + "Eng,England,170000,55000,25500,85000,4500,165500,47.4,97.4\n"
        + "5N8,Nottinghamshire County Teaching PCT,1950,500,300,1120,30,1920,41.0,98.5\n"
        + "5ET,Bassetlaw PCT,300,60,45,190,5,295,35.0,98.3\n"
        + "5EM,Nottingham City PCT,1000,350,130,500,20,980,48.0,98.0\n"
        + "Source: Department of Health,,,,,,,,,\n";

    private const string Obesity2011 =
        "National Child Measurement Programme: 2010/11 school year,,,,,\n"
        + "Org code,ONS code,Name,Reception,,\n,,,Number measured,Obese,\n,,,,Number,Prevalence\n"
        + ",,England,540000,50760,9.4\n"
        + "5N8,E16000081,Nottinghamshire County Teaching PCT,6400,570,8.9\n"
        + "5ET,E16000023,Bassetlaw PCT,1100,110,10.0\n"
        + "5EM,E16000022,Nottingham City PCT,3000,360,12.0\n";

    private const string FingertipsHeader =
        "Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category "
        + "Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,"
        + "Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England "
        + "value or percentiles,Compared to percentiles,Time period Sortable,New data,Compared to goal,Time period "
        + "range\n";

    [Fact]
    public async Task The_primary_care_trusts_of_2012_reach_the_snapshot_as_the_two_parts_of_the_county()
    {
        var store = await Store.EmptyAsync(emulator);
        (
            await store.IngestAsync(
                Feed.Breastfeeding,
                "breastfeeding.csv",
                Breastfeeding2012,
                ("published", "2012-12-06")
            )
        ).Status.ShouldBe(ReleaseStatus.Complete);
        (await store.IngestAsync(Feed.Obesity, "ncmp.csv", Obesity2011, ("published", "2011-12-14"))).Status.ShouldBe(
            ReleaseStatus.Complete
        );
        var rows = (
            await store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default)
        )
            .Produced!
            .Snapshot
            .Rows;

        var breastfeeding = rows.Single(r => r.Indicator == "breastfeeding-6-to-8-weeks");
        breastfeeding.VersusNational.ShouldBe(Verdict.DoesNotMeet);
        breastfeeding
            .Areas.Select(a => (a.Name, a.Local!.Value, a.Local.Period))
            .ShouldBe([("Nottinghamshire NHS", 41.0256410256m, "2012/13 Q2"), ("Bassetlaw NHS", 35m, "2012/13 Q2")]);
        var obesity = rows.Single(r => r.Indicator == "reception-obesity");
        obesity.VersusNational.ShouldBe(Verdict.Mixed);
        obesity
            .Areas.Select(a => (a.Name, a.Local!.Value, a.VersusNational))
            .ShouldBe([("Nottinghamshire NHS", 8.9m, Verdict.Exceeds), ("Bassetlaw NHS", 10.0m, Verdict.DoesNotMeet)]);
    }

    [Fact]
    public async Task The_authorities_of_today_reach_the_snapshot_as_one_figure()
    {
        static string Line(string id, string code, string area, string period, string value) =>
            $"{id},An indicator,E92000001,England,{code},{area},Counties & UAs (from Apr "
            + $"2023),Persons,All,,,{period},{value},,,,,,,,,Not compared,Not compared,20230000,,,1y\n";
        var store = await Store.EmptyAsync(emulator);
        await store.IngestAsync(
            Feed.Breastfeeding,
            "breastfeeding.csv",
            FingertipsHeader
                + Line("92517", "E92000001", "England", "2023/24", "52.7")
                + Line("92517", "E10000024", "Nottinghamshire", "2023/24", "46.9"),
            ("published", "2024-11-05")
        );
        await store.IngestAsync(
            Feed.Obesity,
            "obesity.csv",
            FingertipsHeader
                + Line("90319", "E92000001", "England", "2023/24", "9.6")
                + Line("90319", "E10000024", "Nottinghamshire", "2023/24", "9.1"),
            ("published", "2024-11-05")
        );
        var rows = (await store.Production.ProduceAsync(new(new(2024, 9, 30)), default)).Produced!.Snapshot.Rows;

        rows.Single(r => r.Indicator == "breastfeeding-6-to-8-weeks")
            .ShouldSatisfyAllConditions(
                r => r.Local!.Value.ShouldBe(46.9m),
                r => r.VersusNational.ShouldBe(Verdict.DoesNotMeet),
                r => r.Areas.ShouldBeEmpty()
            );
        rows.Single(r => r.Indicator == "reception-obesity")
            .ShouldSatisfyAllConditions(
                r => r.Local!.Value.ShouldBe(9.1m),
                r => r.VersusNational.ShouldBe(Verdict.Exceeds)
            );
    }
}
