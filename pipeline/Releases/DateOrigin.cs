using System.Text.Json.Serialization;
using ChildrensTrust.Pipeline.Foundation.Text;

namespace ChildrensTrust.Pipeline.Releases;

/// <summary>Where a release's publication date comes from.</summary>
public enum DateOrigin
{
    /// <summary>Whoever dropped the file gave it.</summary>
    Metadata,

    /// <summary>The file's name has it.</summary>
    [JsonStringEnumMemberName("file name")]
    FileName,

    /// <summary>Nothing says it: it is the day on which the file arrived.</summary>
    Arrival,
}

/// <summary>The words for it.</summary>
public static class DateOrigins
{
    /// <summary>The words that are stored and printed.</summary>
    public static string Words(this DateOrigin origin) => origin.Word();
}
