using System.Text.Json.Serialization;

namespace ChildrensTrust.Pipeline.Site;

/// <summary>A drawing of the reports, on a page. Screen readers get what it shows; the figures stand beside
/// it.</summary>
/// <param name="Html">The drawing with its key and its caption.</param>
internal sealed record ChartView(string Caption, [property: JsonIgnore] string Html);
