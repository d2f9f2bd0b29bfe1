using System.Security.Cryptography;
using ChildrensTrust.Pipeline.Periods;

namespace ChildrensTrust.Pipeline.Catalogue;

/// <summary>Everything that the council decides: the indicators, their priorities, and the area that the snapshots are
/// about.</summary>
public sealed class IndicatorCatalogue
{
    // The id is part of keys and addresses.
    private const int LongestId = 100;

    // Behind the priorities of the plan, whose titles reports are sorted by.
    internal const string NoPriority = "Without a priority";

    private readonly Dictionary<string, Indicator> _byId;
    private readonly Dictionary<string, Priority> _priorities;
    private readonly Document _document;

    private IndicatorCatalogue(Document document, string hash)
    {
        _document = document;
        Title = document.Title;
        Area = document.Area;
        Priorities = document.Priorities;
        var profile = document.Profiles?.FirstOrDefault(p => p.Id == document.Profile);
        Indicators = profile is null ? document.Indicators : [.. document.Indicators.Select(profile.Of)];
        Reported = profile is null ? Indicators : [.. Indicators.Where(profile.Takes)];
        Neighbours = document.Neighbours ?? new();
        Comparators = document.Comparators ?? [];
        Cadences = document.Cadences ?? [Cadence.Default];
        Publications = document.Publications ?? [];
        Hash = hash;
        _byId = Indicators.ToDictionary(i => i.Id);
        _priorities = Priorities.ToDictionary(p => p.Id);
    }

    /// <summary>The heading of the reports of the council's own area, in which {area} stands for its name.</summary>
    public string Title { get; }

    /// <summary>The heading of the reports of an area. The council's own heading names a body that other areas do not
    /// have, or that is another one there.</summary>
    public string TitleFor(string code, string name) =>
        code == Area
            ? Title.Replace("{area}", name, StringComparison.Ordinal)
            : $"{name}: children’s outcomes compared";

    /// <summary>The code of the area that a snapshot is about unless another is asked for.</summary>
    public string Area { get; }

    /// <summary>The priorities of the plan, in order.</summary>
    internal IReadOnlyList<Priority> Priorities { get; }

    /// <summary>The indicators, in the order of the report. The figures of all of them are read.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>The indicators of the profile that the council chose.</summary>
    public IReadOnlyList<Indicator> Reported { get; }

    /// <summary>How the statistical neighbours are averaged.</summary>
    internal NeighbourSettings Neighbours { get; }

    /// <summary>The comparators beside England and the statistical neighbours.</summary>
    internal IReadOnlyList<Comparator> Comparators { get; }

    /// <summary>Where publishers bring the figures.</summary>
    internal IReadOnlyList<Publication> Publications { get; }

    /// <summary>For whom snapshots are made, and how often.</summary>
    internal IReadOnlyList<Cadence> Cadences { get; }

    /// <summary>The first sixteen hexadecimal digits of the SHA-256 of the catalogue's text; recorded in every release
    /// and snapshot.</summary>
    public string Hash { get; }

    /// <summary>The indicator with that id; null where there is none.</summary>
    public Indicator? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The cadence with that id; null where there is none.</summary>
    public Cadence? FindCadence(string id) => Cadences.FirstOrDefault(c => c.Id == id);

    /// <summary>The cadence whose snapshots tell of an indicator: the Trust's where that reports it, otherwise the
    /// first that does.</summary>
    internal Cadence CadenceOf(Indicator indicator) =>
        Cadences.Where(c => indicator.Tags.Contains(c.Tag)).OrderBy(c => c.Id != Cadence.Trust).First();

    /// <summary>The same catalogue, under the same hash, with the heading and the indicators of one cadence.</summary>
    internal IndicatorCatalogue For(Cadence cadence) =>
        new(
            _document with
            {
                Title = cadence.Title ?? Title,
                Indicators = [.. Reported.Where(i => i.Tags.Contains(cadence.Tag))],
            },
            Hash
        );

    /// <summary>The title of a priority, or what stands for none.</summary>
    public string PriorityTitle(string? id) =>
        id is null ? NoPriority
        : _priorities.TryGetValue(id, out var priority) ? priority.Title
        : id;

    /// <summary>The indicators that a format carries, each with the sources of that format, the preferred
    /// first.</summary>
    public IEnumerable<(Indicator Indicator, SeriesSource Source, int Rank)> Carried(string format) =>
        from indicator in Indicators
        from entry in indicator.Sources.Index()
        where entry.Item.Format == format
        select (indicator, entry.Item, entry.Index);

    /// <summary>Reads and validates a catalogue.</summary>
    /// <param name="formats">The formats that its sources may name; null for the catalogue that the product ships, of
    /// which a test asks it.</param>
    /// <exception cref="CatalogueException">The text is not a valid catalogue; the message says what to
    /// correct.</exception>
    public static IndicatorCatalogue Read(BinaryData json, AreaRegister areas, IReadOnlyList<SourceFormat>? formats)
    {
        var document = CatalogueJson.Read<Document>(json, "The catalogue");
        var faults = Faults(document, areas).Concat(formats is null ? [] : FormatFaults(document, formats)).ToList();
        return faults.Count == 0
            ? new(
                document with
                {
                    Area = areas.FindByCode(document.Area)!.Code,
                },
                Convert.ToHexStringLower(SHA256.HashData(json))[..16]
            )
            : throw new CatalogueException(faults);
    }

    private static IEnumerable<string> Faults(Document document, AreaRegister areas)
    {
        if (areas.FindByCode(document.Area) is null)
            yield return $"The area {document.Area} is not in the register of areas.";
        else if (areas.FindByCode(document.Area) is not { IsUpperTier: true })
            yield return $"The area {document.Area} is not a local authority with children's services: no "
                + "snapshot can be made of it.";
        foreach (var fault in ComparatorFaults(document, areas))
            yield return fault;
        foreach (var fault in Cadence.Faults(document.Cadences ?? [Cadence.Default], document.Indicators))
            yield return fault;
        foreach (var fault in Profile.Faults(document.Profiles ?? [], document.Profile, document.Indicators))
            yield return fault;
        foreach (var twice in document.Priorities.GroupBy(p => p.Id).Where(group => group.Count() > 1))
            yield return $"The priority id {twice.Key} is used {twice.Count()} times.";
        foreach (var twice in document.Indicators.GroupBy(i => i.Id).Where(group => group.Count() > 1))
            yield return $"The indicator id {twice.Key} is used {twice.Count()} times.";
        foreach (var indicator in document.Indicators)
        {
            if (!CatalogueId.IsValid(indicator.Id))
                yield return $"The indicator id {indicator.Id} must be lower case words and numbers joined by hyphens.";
            if (indicator.Id.Length > LongestId)
                yield return $"The indicator id that begins {indicator.Id[..20]} must be at most {LongestId} "
                    + "characters long.";
            if (indicator.Priority is not null && document.Priorities.All(p => p.Id != indicator.Priority))
                yield return $"{indicator.Id}: there is no priority {indicator.Priority}.";
            if (indicator.ExpectedAfterDays is < 1 or > 1500)
                yield return $"{indicator.Id}: expectedAfterDays must be 1 to 1500.";
            if (indicator.ChangeTolerance < 0)
                yield return $"{indicator.Id}: changeTolerance must not be negative.";
            if (indicator.Decimals is < 0 or > 6)
                yield return $"{indicator.Id}: decimals must be 0 to 6.";
            foreach (var name in indicator.Succeeds.Where(name => document.Indicators.All(i => i.Id != name)))
                yield return $"{indicator.Id}: it succeeds {name}, which is not in the catalogue.";
            if (
                indicator.CountsWith is { } other
                && document.Indicators.All(i => i.Id != other.Indicator || i.CountsWith is not null)
            )
                yield return $"{indicator.Id}: it counts with {other.Indicator}, which is not in the catalogue or "
                    + "counts with another.";
            foreach (var source in indicator.Sources.Where(s => s.Years is not null && YearType.Find(s.Years) is null))
                yield return $"{indicator.Id}: years must be one of {string.Join(", ", YearType.Names)}.";
            foreach (
                var unknown in indicator
                    .Sources.Select(s => s.Publication)
                    .OfType<string>()
                    .Where(id => document.Publications?.Any(p => p.Id == id) != true)
                    .Distinct()
            )
                yield return $"{indicator.Id}: there is no publication {unknown}.";
            foreach (var part in indicator.Parts.SelectMany(p => p.Value).Where(p => areas.FindByCode(p.Code) is null))
                yield return $"{indicator.Id}: the part {part.Code} is not in the register of areas.";
        }
    }

    private static IEnumerable<string> FormatFaults(Document document, IReadOnlyList<SourceFormat> formats) =>
        from indicator in document.Indicators
        from source in indicator.Sources
        let format = formats.FirstOrDefault(f => f.Name == source.Format)
        let fault = format is null
            ? $"the format {source.Format} is not one of {string.Join(", ", formats.Select(f => f.Name))}."
        : format.NeedsYears && source.Years is null
            ? $"the source {source.Name} must say what a year is (years), because the file does not."
        : null
        where fault is not null
        select $"{indicator.Id}: {fault}";

    private static IEnumerable<string> ComparatorFaults(Document document, AreaRegister areas)
    {
        if (document.Neighbours is { Minimum: < 1 or > 10 })
            yield return "neighbours: minimum must be 1 to 10.";
        var comparators = document.Comparators ?? [];
        foreach (var twice in comparators.GroupBy(c => c.Id).Where(group => group.Count() > 1))
            yield return $"The comparator id {twice.Key} is used {twice.Count()} times.";
        foreach (var comparator in comparators)
        {
            if (!CatalogueId.IsValid(comparator.Id))
                yield return $"The comparator id {comparator.Id} must be lower case words and numbers joined by "
                    + "hyphens.";
            if (comparator.Kind == ComparatorKind.List == (comparator.Members.Count == 0))
                yield return $"The comparator {comparator.Id}: members are for a list, and a list has members.";
            foreach (var member in comparator.Members.Where(m => areas.FindByCode(m) is null))
                yield return $"The comparator {comparator.Id}: {member} is not in the register of areas.";
        }
    }

    private sealed record Document(
        string Title,
        string Area,
        IReadOnlyList<Priority> Priorities,
        IReadOnlyList<Indicator> Indicators,
        NeighbourSettings? Neighbours = null,
        IReadOnlyList<Comparator>? Comparators = null,
        IReadOnlyList<Cadence>? Cadences = null,
        IReadOnlyList<Profile>? Profiles = null,
        string? Profile = null,
        IReadOnlyList<Publication>? Publications = null
    );
}

/// <summary>One of the plan's priorities.</summary>
internal sealed record Priority(string Id, string Title);
