using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace ChildrensTrust.Pipeline.Reports.Office;

/// <summary>A part that is the same in every file, such as its styles: built once.</summary>
internal sealed class ConstantPart(OpenXmlPartRootElement root)
{
    private readonly byte[] _content = ContentOf(root);

    /// <summary>Fills a part with it.</summary>
    public void WriteTo(OpenXmlPart part)
    {
        using var content = new MemoryStream(_content, writable: false);
        part.FeedData(content);
    }

    private static byte[] ContentOf(OpenXmlPartRootElement root)
    {
        using var content = new MemoryStream();
        root.Save(content);
        return content.ToArray();
    }
}
