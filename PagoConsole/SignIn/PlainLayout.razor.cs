using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Layout;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>One card in the middle, for pages before anybody is signed in.</summary>
public sealed partial class PlainLayout
{
    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    private static bool IsCurrent(CultureInfo culture) => culture.Name == CultureInfo.CurrentUICulture.Name;

    private string LinkTo(CultureInfo culture) => ConsoleUrls.Language(culture.Name, new Uri(Navigation.Uri).PathAndQuery);
}
