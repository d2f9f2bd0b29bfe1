using System.Text.Json.Nodes;
using ChildrensTrust.Pipeline.Snapshots;

namespace ChildrensTrust.Pipeline.Tests.Snapshots;

/// <summary>The rich snapshot with a formula in every text that a feed, a council or a catalogue may bring.</summary>
internal static class HostileSample
{
    private static readonly string[] Texts =
    [
        "title",
        "name",
        "narrative",
        "priority",
        "unit",
        "about",
        "closeness",
        "series",
        "release",
        "file",
        "column",
        "feed",
        "period",
        "method",
        "reason",
        "break",
        "action",
        "reference",
        "lead",
        "note",
        "notice",
        "publishedFrom",
        "catalogue",
        "code",
        "latest",
        "next",
        "part",
        "sha256",
    ];

    public static Snapshot Of(string sign)
    {
        var json = JsonNode.Parse(SnapshotJson.Write(RichSample.Of()).ToString())!;
        Change(json, sign);
        return SnapshotJson.Read(new(json.ToJsonString()));
    }

    private static void Change(JsonNode? node, string sign)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (key, value) in o.ToList())
                {
                    // How neighbours are averaged, and why one has no figure, are words of ours; how an interval was
                    // made, and why a figure is gone, are texts.
                    var isOurs =
                        (key == "method" && value?.ToString() is "mean" or "median" or "pooled")
                        || (key == "reason" && o.ContainsKey("code"));
                    if (
                        value is JsonValue text
                        && text.GetValueKind() == System.Text.Json.JsonValueKind.String
                        && Texts.Contains(key)
                        && !isOurs
                    )
                        o[key] = $"{sign}1+1 {text}";
                    else if (key == "notes" && value is JsonArray notes)
                        o[key] = new JsonArray([.. notes.Select(n => (JsonNode)$"{sign}1+1 {n}")]);
                    else
                        Change(value, sign);
                }
                break;
            case JsonArray a:
                foreach (var item in a)
                    Change(item, sign);
                break;
        }
    }
}
