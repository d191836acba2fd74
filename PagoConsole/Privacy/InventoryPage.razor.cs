using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Shared;

namespace PagoConsole.Privacy;

/// <summary>Every field that holds personal data: what, why, how it is masked, who sees it whole, for how long it is kept.</summary>
public sealed partial class InventoryPage
{
    private IReadOnlyList<PersonalField> shown = [];

    [Inject]
    internal IStringLocalizer<PrivacyText> Text { get; set; } = default!;

    [Inject]
    internal InventoryWords Words { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    protected override void OnParametersSet()
    {
        var parts = (Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        shown = [.. PersonalInventory.Fields.Where(field => Array.TrueForAll(parts, part => Has(Words.AllOf(field), part)))];
    }

    private static bool Has(string text, string part) =>
        CultureInfo.CurrentCulture.CompareInfo.IndexOf(text, part, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.PersonalData(text));
}
