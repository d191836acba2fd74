using System.Globalization;
using System.Resources;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Hosting;

namespace PagoConsole.Evidence.Aml;

/// <summary>The words of registers and drafts, asked of the resources by culture.</summary>
internal sealed class AmlWorkbookWords : IAmlWords
{
    private static readonly ResourceManager Own = new(typeof(AmlText));

    public CultureInfo CultureOf(string language) => ConsoleCultures.For(language) ?? ConsoleCultures.Default;

    public string Of(string key, CultureInfo culture) => Own.GetString(key, culture) ?? throw new InvalidOperationException($"No resource against money laundering has {key}.");
}
