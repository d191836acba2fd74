using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.Layout;

/// <summary>Switches the language: a cookie, then the same page anew.</summary>
public sealed partial class LanguageMenu
{
    /// <summary>Keeps the words in line with the one that has a tick.</summary>
    private const string NoIcon = "<path d=\"M0 0h24v24H0z\" fill=\"none\"/>";

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    private static bool IsCurrent(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private void Switch(CultureInfo culture) =>
        Navigation.NavigateTo(ConsoleUrls.Language(culture.Name, new Uri(Navigation.Uri).PathAndQuery), forceLoad: true);
}
