namespace ChildrensTrust.EndToEnd.Tests;

/// <summary>Holds an output against the file that was last looked at and accepted. ACCEPT_GOLDEN=1 accepts the new
/// one.</summary>
internal static class Golden
{
    public static void Hold(string name, string actual)
    {
        var path = Path.Combine(CommandLineProcess.Root, "tests", "EndToEnd.Tests", "Golden", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1")
            File.WriteAllText(path, actual);
        File.Exists(path)
            .ShouldBeTrue($"There is no golden file {name}. Look at the output, then run once with ACCEPT_GOLDEN=1.");
        actual.ShouldBe(File.ReadAllText(path));
    }
}
