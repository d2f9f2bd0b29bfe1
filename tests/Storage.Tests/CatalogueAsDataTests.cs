using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Catalogue;
using ChildrensTrust.Pipeline.Comparison;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The recipe "Add an indicator" of CONTRIBUTING.md, followed: an entry in the catalogue, a file, a snapshot,
/// and no code. Figures are illustrative.</summary>
[Collection("One store")]
public sealed class CatalogueAsDataTests(Emulator emulator)
{
    [Fact]
    public async Task An_indicator_that_the_local_authority_tool_carries_needs_an_entry_in_the_catalogue_and_nothing_else()
    {
        var store = await Store.EmptyAsync(emulator);
        await store
            .Storage.Config.GetBlobClient("catalogue.json")
            .UploadAsync(await WithAsync("social-worker-sickness", "Social worker sickness", "SWSickness"));
        const string Lait =
            "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n"
            + "SWSickness,Social worker sickness (%),2024,Nottinghamshire,12.5,891.0,East Midlands\n"
            + "SWSickness,Social worker sickness (%),2024,Derbyshire,14.5,830.0,East Midlands\n"
            + "SWSickness,Social worker sickness (%),2024,England,17.3,970.0,England\n";
        (await store.IngestAsync(Feed.Neighbours, "lait.csv", Lait, ("published", "2025-02-28"))).Indicators.ShouldBe([
            "social-worker-sickness",
        ]);

        var outcome = await store.Production.ProduceAsync(
            new SnapshotRequest(new DateOnly(2025, 9, 30)) { Compiled = new DateOnly(2025, 12, 12) },
            default
        );
        var row = outcome.Produced!.Snapshot.Rows.Single(r => r.Indicator == "social-worker-sickness");
        (row.Local!.Value, row.National!.Value, row.VersusNational).ShouldBe((12.5m, 17.3m, Verdict.Exceeds));
    }

    private static async Task<BinaryData> WithAsync(string id, string name, string measure)
    {
        using var shipped = typeof(Reference).Assembly.GetManifestResourceStream("catalogue.json")!;
        var catalogue = (await JsonNode.ParseAsync(shipped))!;
        catalogue["indicators"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["id"] = id,
                    ["name"] = name,
                    ["narrative"] = "days that social workers are off sick",
                    ["origin"] = "ours",
                    ["priority"] = "1",
                    ["tags"] = new JsonArray("trust"),
                    ["unit"] = "%",
                    ["decimals"] = 1,
                    ["polarity"] = "low",
                    ["frequency"] = "annual",
                    ["sources"] = new JsonArray(
                        new JsonObject
                        {
                            ["format"] = "lait",
                            ["value"] = measure,
                            ["years"] = "reporting",
                        }
                    ),
                }
            );
        return BinaryData.FromString(catalogue.ToJsonString());
    }
}
