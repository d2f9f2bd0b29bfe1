namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>A format that the catalogue's sources may name. Its reader declares it; the catalogue is checked against
/// those of all readers.</summary>
/// <param name="NeedsYears">Whether a source must say what a year is, because the format's files do not.</param>
public sealed record SourceFormat(string Name, bool NeedsYears = false);
