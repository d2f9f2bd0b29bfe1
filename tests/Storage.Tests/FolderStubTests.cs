using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Releases;

namespace ChildrensTrust.Storage.Tests;

/// <summary>Blobs that stand for folders are no files.</summary>
[Collection("One store")]
public sealed class FolderStubTests(Emulator emulator)
{
    [Fact]
    public async Task A_folder_of_a_hierarchical_account_is_passed_over()
    {
        var store = await Store.EmptyAsync(emulator);
        var folder = await store.DropAsync("national/2025.06", "", ("hdi_isfolder", "true"));
        await store.DropAsync("local", "", ("Hdi_isfolder", "True"));
        await store.DropAsync("other", "", ("hdi_isfolder", "true"));
        await store.DropAsync("other/2025", "", ("hdi_isfolder", "true"));
        var file = await store.DropAsync("national/2025.06/absence.csv", Csv.Absence("201011", "5.6", "5.8"));
        store.Time.Advance(TimeSpan.FromHours(1));

        var swept = (await store.SweepAsync()).ShouldHaveSingleItem();

        swept.File.Blob.ShouldBe(file.Name);
        (
            await new UnroutedFiles(store.Storage).AllAsync(default).CountAsync(TestContext.Current.CancellationToken)
        ).ShouldBe(0);
        (await FolderStub.IsAsync(folder, default)).ShouldBeTrue();
        (await FolderStub.IsAsync(file, default)).ShouldBeFalse();
    }

    [Fact]
    public void A_name_that_ends_with_a_slash_is_a_folder_whatever_its_metadata() =>
        FolderStub
            .Is(
                BlobsModelFactory.BlobItem(
                    "national/2024/",
                    properties: BlobsModelFactory.BlobItemProperties(accessTierInferred: false, contentLength: 0)
                )
            )
            .ShouldBeTrue();

    [Fact]
    public async Task An_empty_file_is_no_folder()
    {
        var store = await Store.EmptyAsync(emulator);
        var empty = await store.DropAsync("national/absence.csv", "");

        (await FolderStub.IsAsync(empty, default)).ShouldBeFalse();
    }
}
