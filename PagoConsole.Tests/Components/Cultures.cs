using System.Globalization;
using PagoConsole.Hosting;

namespace PagoConsole.Tests.Components;

/// <summary>The console's languages, for theories.</summary>
public sealed class Cultures : TheoryData<string>
{
    public Cultures()
    {
        foreach (var culture in ConsoleCultures.All) Add(culture.Name);
    }

    /// <summary>Speaks a language until the end of the test.</summary>
    internal static void Speak(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ConsoleCultures.For(name)!;
}
