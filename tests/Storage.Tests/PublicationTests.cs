using AngleSharp.Html.Parser;
using Azure.Storage.Blobs;
using ChildrensTrust.Local;
using ChildrensTrust.Local.Hosting;
using ChildrensTrust.Local.Publishing;
using ChildrensTrust.Pipeline.Formats;
using ChildrensTrust.Pipeline.Site;
using Microsoft.Extensions.DependencyInjection;

namespace ChildrensTrust.Storage.Tests;

/// <summary>The whole site as plain files.</summary>
[Collection("Another store")]
public sealed class PublicationTests(Emulator emulator) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("childrens-trust-").FullName;
    private Store _store = null!;
    private FunctionHost _host = null!;

    private string Out => Path.Combine(_folder, "site");

    private Publication Publication => new(_host.Services.GetRequiredService<StaticSite>());

    public async ValueTask InitializeAsync()
    {
        _store = await Store.EmptyAsync(emulator);
        await _store.IngestAsync(
            Feed.National,
            "a.csv",
            Csv.Absence("201011", "5.7", "5.8"),
            ("published", "2012-03-28")
        );
        await _store.IngestAsync(
            Feed.National,
            "b.csv",
            Csv.Absence("201011", "5.9", "5.8"),
            ("published", "2012-06-01")
        );
        await _store.Production.ProduceAsync(new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12) }, default);
        await _store.Production.ProduceAsync(
            new(new(2012, 9, 30)) { Compiled = new(2012, 12, 12), Area = "E10000007" },
            default
        );
        await _store.Production.ProduceAsync(
            new(new(2012, 6, 30)) { Compiled = new(2012, 9, 11), Cadence = "committee" },
            default
        );
        _host = FunctionHost.Create(
            new FunctionHostOptions
            {
                Settings = new Dictionary<string, string?> { ["Landing"] = emulator.ConnectionString },
                Time = _store.Time,
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_to_a_file_that_is_there()
    {
        await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken);

        var pages = Files()
            .Where(f => f.EndsWith(".html", StringComparison.Ordinal) && Path.GetFileName(f) != StaticSite.NotFound)
            .ToList();
        pages.Count.ShouldBeGreaterThan(10);
        foreach (var page in pages)
        {
            var document = new HtmlParser().ParseDocument(
                await File.ReadAllTextAsync(Path.Combine(Out, page), TestContext.Current.CancellationToken)
            );
            foreach (
                var href in document
                    .QuerySelectorAll("a[href], link[href]")
                    .Select(a => a.GetAttribute("href")!)
                    .Where(h => h[0] != '#' && !h.StartsWith("data:", StringComparison.Ordinal))
            )
                File.Exists(Path.Combine(Out, Path.GetDirectoryName(page)!, href))
                    .ShouldBeTrue($"{page} has a link to {href}");
        }
    }

    [Fact]
    public async Task The_files_are_what_the_site_serves_and_published_again_they_are_the_same()
    {
        (await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken)).Deleted.ShouldBe(
            0
        );
        var first = Contents();
        var site = _host.Services.GetRequiredService<PageRouter>();
        foreach (var (path, content) in first.Where(f => f.Key is not (Publication.ListName or StaticSite.NotFound)))
            Convert
                .ToHexString((await site.OpenAsync(path, TestContext.Current.CancellationToken)).Body.ToArray())
                .ShouldBe(content, path);

        (await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken)).Written.ShouldBe(
            first.Count - 1
        );

        Contents().ShouldBe(first);
        first.Keys.ShouldContain("snapshots/E10000024/committee/2012-06-30/v1/report.html");
        first.Keys.ShouldContain("snapshots/E10000007/index.json");
    }

    [Fact]
    public async Task What_is_a_page_no_longer_is_taken_away_and_nothing_else()
    {
        await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Out, "mine.txt"), "mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "outside.txt"),
            "mine",
            TestContext.Current.CancellationToken
        );
        await File.WriteAllTextAsync(
            Path.Combine(Out, "indicators", "gone.html"),
            "gone",
            TestContext.Current.CancellationToken
        );
        var list = Path.Combine(Out, Publication.ListName);
        await File.WriteAllTextAsync(
            list,
            (await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken)).Replace(
                "\"404.html\"",
                "\"404.html\", \"indicators/gone.html\", \"../outside.txt\"",
                StringComparison.Ordinal
            ),
            TestContext.Current.CancellationToken
        );

        (await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken)).Deleted.ShouldBe(
            1
        );

        File.Exists(Path.Combine(Out, "indicators", "gone.html")).ShouldBeFalse();
        File.Exists(Path.Combine(Out, "mine.txt")).ShouldBeTrue();
        File.Exists(Path.Combine(_folder, "outside.txt")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("mine.txt", "mine")]
    [InlineData(Publication.ListName, "not a list")]
    [InlineData(Publication.ListName, "{}")]
    public async Task A_place_that_holds_something_else_is_refused_and_left_as_it_is(string name, string content)
    {
        Directory.CreateDirectory(Out);
        await File.WriteAllTextAsync(Path.Combine(Out, name), content, TestContext.Current.CancellationToken);

        await Should.ThrowAsync<UserFaultException>(() =>
            Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken)
        );

        Files().ShouldBe([name]);
        (await File.ReadAllTextAsync(Path.Combine(Out, name), TestContext.Current.CancellationToken)).ShouldBe(content);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_can_be_done_again()
    {
        using var cut = new CancellationTokenSource();
        var target = new CutOff(new FolderTarget(Out), cut, after: 5);
        await Should.ThrowAsync<OperationCanceledException>(() => Publication.WriteAsync(target, cut.Token));

        await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken);
        File.Exists(Path.Combine(Out, "due.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_container_holds_the_same_with_media_types_and_how_long_each_lasts()
    {
        var container = new BlobServiceClient(emulator.ConnectionString).GetBlobContainerClient("$web");
        await Should.ThrowAsync<UserFaultException>(() =>
            Publication.WriteAsync(new ContainerTarget(container), TestContext.Current.CancellationToken)
        );
        await container.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Publication.WriteAsync(new ContainerTarget(container), TestContext.Current.CancellationToken);
        await Publication.WriteAsync(new FolderTarget(Out), TestContext.Current.CancellationToken);

        (
            await container
                .GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken)
                .Select(b => b.Name)
                .ToListAsync(TestContext.Current.CancellationToken)
        ).ShouldBe(Files(), ignoreOrder: true);
        var report = (
            await container
                .GetBlobClient("snapshots/E10000024/2012-09-30/v1/report.html")
                .GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken)
        ).Value;
        (report.ContentType, report.CacheControl).ShouldBe(
            ("text/html; charset=utf-8", "private, max-age=31536000, immutable")
        );
    }

    private List<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(Out, "*", SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(Out, f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    private SortedDictionary<string, string> Contents() =>
        new(
            Files().ToDictionary(f => f, f => Convert.ToHexString(File.ReadAllBytes(Path.Combine(Out, f)))),
            StringComparer.Ordinal
        );

    /// <summary>Is cut off after some files.</summary>
    private sealed class CutOff(FolderTarget inner, CancellationTokenSource cut, int after) : IPublishTarget
    {
        private int _written;

        public string Name => inner.Name;

        public Task<bool> IsEmptyAsync(CancellationToken cancellationToken) => inner.IsEmptyAsync(cancellationToken);

        public Task<BinaryData?> ReadAsync(string path, CancellationToken cancellationToken) =>
            inner.ReadAsync(path, cancellationToken);

        public async Task WriteAsync(Page page, CancellationToken cancellationToken)
        {
            if (++_written > after)
                await cut.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            await inner.WriteAsync(page, cancellationToken);
        }

        public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
            inner.DeleteAsync(path, cancellationToken);
    }
}
