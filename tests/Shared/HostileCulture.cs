using System.Globalization;
using System.Runtime.CompilerServices;

namespace ChildrensTrust.Tests;

/// <summary>Runs every test in a culture that writes decimals with a comma and dates day first.</summary>
internal static class HostileCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        var german = CultureInfo.GetCultureInfo("de-DE");
        CultureInfo.DefaultThreadCurrentCulture = german;
        CultureInfo.DefaultThreadCurrentUICulture = german;
        CultureInfo.CurrentCulture = german;
    }
}
