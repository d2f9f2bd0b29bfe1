using System.Text.Json;

namespace ChildrensTrust.Functions.Tests;

public sealed class PoisonMessageTests
{
    [Fact]
    public void A_message_as_azure_functions_writes_it_is_read() =>
        PoisonMessage.Read("""{"Type":"BlobTrigger","FunctionId":"Host.Functions.NationalReleases","BlobType":"BlockBlob","ContainerName":"landing","BlobName":"national/a b.csv","ETag":"\"0x8D1\""}""")
            .ShouldBe(new("Host.Functions.NationalReleases", "landing", "national/a b.csv", "\"0x8D1\""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"FunctionId":"f","ContainerName":"landing","BlobName":"x"}""")]
    [InlineData("national/a.csv")]
    public void Another_message_is_left_to_the_host_to_keep(string text) => Should.Throw<JsonException>(() => PoisonMessage.Read(text));
}
