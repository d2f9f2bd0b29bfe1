using System.Text;
using ChildrensTrust.Pipeline.Tables;

namespace ChildrensTrust.Pipeline.Tests.Tables;

public sealed class CellClassCacheTests
{
    [Fact]
    public void Words_of_one_hash_are_each_told_for_what_they_are_however_many_there_are()
    {
        var cache = new CellClassCache();
        var words = Enumerable
            .Range(0, 600)
            .Select(i => $"a{i:000}x{i % 3}z")
            .Concat(["Total", "c", "", " Total", "16-17", "5"])
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        foreach (var word in words.Concat(words))
            cache.Of(word).ShouldBe(CellClass.From(word, null));
    }
}
