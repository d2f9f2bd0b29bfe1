using System.Text;
using ChildrensTrust.Functions.Poison;

namespace ChildrensTrust.Functions.Tests;

public sealed class PoisonMessageTests
{
    [Fact]
    public void A_message_as_azure_functions_writes_it_is_read() =>
        PoisonMessage
            .Read(
                """{"Type":"BlobTrigger","FunctionId":"Host.Functions.NationalReleases","BlobType":"BlockBlob","ContainerName":"landing","BlobName":"national/a b.csv","ETag":"\"0x8D1\""}"""
            )
            .ShouldBe(new("Host.Functions.NationalReleases", "landing", "national/a b.csv", "\"0x8D1\""));

    [Fact]
    public void A_message_is_read_in_base64_too_as_it_is_on_the_queue()
    {
        var json =
            """{"FunctionId":"Host.Functions.KeyActions","ContainerName":"landing","BlobName":"key-actions/é.csv","ETag":"\"1\""}""";
        PoisonMessage
            .Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(json)))!
            .BlobName.ShouldBe("key-actions/é.csv");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"FunctionId":"f","ContainerName":"landing","BlobName":"x"}""")]
    [InlineData("national/a.csv")]
    [InlineData("[1]")]
    [InlineData("aGVsbG8=")]
    [InlineData("/////w==")]
    public void Any_other_message_cannot_be_read(string text) => PoisonMessage.Read(text).ShouldBeNull();
}
