namespace ChildrensTrust.Pipeline.Releases;

/// <summary>The version of this code, recorded beside everything that it makes.</summary>
internal static class CodeVersion
{
    /// <summary>The version, such as 0.1.0.</summary>
    public static string Current { get; } = typeof(CodeVersion).Assembly.GetName().Version!.ToString(3);
}
