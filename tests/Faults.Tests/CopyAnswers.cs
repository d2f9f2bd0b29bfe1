using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace ChildrensTrust.Faults.Tests;

/// <summary>Lets storage say of each copy, the first times that it is asked, that it is not whole.</summary>
/// <param name="fault">What it says.</param>
/// <param name="times">How often, of each copy.</param>
internal sealed class CopyAnswers(Fault fault, int times)
{
    private readonly ConcurrentDictionary<string, int> _left = new(StringComparer.Ordinal);

    /// <summary>Tells of a copy that was begun before anyone listened.</summary>
    /// <param name="copy">The copy.</param>
    public void Began(Uri copy) => Began(copy.AbsolutePath);

    /// <summary>What happens to a request.</summary>
    /// <param name="request">The request.</param>
    public Fault Next(HttpRequest request)
    {
        var path = new PathString(request.Path).ToUriComponent();
        if (request.Headers.ContainsKey("x-ms-copy-source"))
            Began(path);
        return
            HttpMethods.IsHead(request.Method)
            && _left.ContainsKey(path)
            && _left.AddOrUpdate(path, 0, (_, left) => left - 1) >= 0
            ? fault
            : Fault.None;
    }

    private void Began(string path) => _left.TryAdd(path, times);
}
