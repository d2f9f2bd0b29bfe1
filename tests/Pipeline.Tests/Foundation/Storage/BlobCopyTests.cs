using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ChildrensTrust.Pipeline.Foundation.Storage;

namespace ChildrensTrust.Pipeline.Tests.Foundation.Storage;

public sealed class BlobCopyTests
{
    [Theory]
    [InlineData("national/a.csv", true)]
    [InlineData("national/..a.csv", true)]
    [InlineData("national/a..csv", true)]
    [InlineData("national/...", true)]
    [InlineData("national/../../config/catalogue.json", false)]
    [InlineData("../config/catalogue.json", false)]
    [InlineData("national/./a.csv", false)]
    [InlineData("national/..", false)]
    public void A_name_that_leads_elsewhere_is_no_address(string name, bool hasAddress) =>
        new BlobCopy(
            new BlobContainerClient(new Uri("https://a.example/landing")),
            BlobsModelFactory.BlobItem(name: name)
        ).HasAddress.ShouldBe(hasAddress);
}
