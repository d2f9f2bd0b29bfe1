using System.Text.Json;
using ChildrensTrust.Local.Output;
using ChildrensTrust.Pipeline.Site;

namespace ChildrensTrust.Local.Publishing;

/// <summary>
/// Writes the whole site to a place of its own. What it wrote is listed in published.json there: a place without that
/// list that holds anything is someone else's and is refused, and only what is on the list and no longer a page is
/// taken away.
/// </summary>
public sealed class Publication(StaticSite site)
{
    /// <summary>The list of what was published.</summary>
    public const string ListName = "published.json";

    private const int Often = 250;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
    };

    private sealed record PublishedList(IReadOnlyList<string> Pages);

    /// <summary>Publishes.</summary>
    /// <returns>How many files were written, and how many were taken away.</returns>
    /// <exception cref="UserFaultException">The place holds something else.</exception>
    /// <param name="progress">Hears now and then how many files are written.</param>
    public async Task<(int Written, int Deleted)> WriteAsync(
        IPublishTarget target,
        CancellationToken cancellationToken,
        IProgress<string>? progress = null
    )
    {
        ArgumentNullException.ThrowIfNull(target);

        var before = await ListAsync(target, cancellationToken);
        // The place is claimed before its first page is written, so that a run that was cut off can be done again.
        await WriteListAsync(target, before, cancellationToken);
        var countdown = new Countdown(await site.CountAsync(cancellationToken), TimeProvider.System);
        var written = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var page in site.PagesAsync(cancellationToken))
        {
            await target.WriteAsync(page, cancellationToken);
            written.Add(page.Path);
            if (written.Count % Often == 0)
                progress?.Report($"Files written: {countdown.After(written.Count)}.");
        }
        var gone = before.Except(written).Where(path => PagePath.Read(path)?.Text == path).ToList();
        foreach (var path in gone)
            await target.DeleteAsync(path, cancellationToken);
        await WriteListAsync(target, [.. written], cancellationToken);
        return (written.Count, gone.Count);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(
        IPublishTarget target,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await target.ReadAsync(ListName, cancellationToken) is { } list)
                return list.ToObjectFromJson<PublishedList>(Json)?.Pages ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new UserFaultException(
                $"{ListName} in {target.Name} is not a list of published pages. Choose another place, or empty "
                    + "this one."
            );
        }
        return await target.IsEmptyAsync(cancellationToken)
            ? []
            : throw new UserFaultException(
                $"{target.Name} holds something that was not published from here. Choose an empty place, so that "
                    + "nothing of yours is overwritten."
            );
    }

    private static Task WriteListAsync(
        IPublishTarget target,
        IReadOnlyList<string> pages,
        CancellationToken cancellationToken
    ) =>
        target.WriteAsync(
            new(
                ListName,
                "application/json; charset=utf-8",
                BinaryData.FromString(JsonSerializer.Serialize(new PublishedList(pages), Json) + "\n")
            ),
            cancellationToken
        );
}
