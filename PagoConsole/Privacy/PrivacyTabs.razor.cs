using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Privacy;

/// <summary>Leads from one page about personal data to the others that one may use.</summary>
public sealed partial class PrivacyTabs
{
    private IReadOnlyList<PrivacyTab> tabs = [PrivacyTab.Inventory, PrivacyTab.Access];

    [Inject]
    internal IStringLocalizer<PrivacyText> Text { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    /// <summary>Where one is.</summary>
    [Parameter, EditorRequired]
    public required PrivacyTab Active { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if ((await CurrentActor.GetAsync()).May(Permission.ExportPersonalData)) tabs = Enum.GetValues<PrivacyTab>();
    }

    private static string HrefOf(PrivacyTab tab) => tab switch
    {
        PrivacyTab.Inventory => ConsoleUrls.PersonalData(),
        PrivacyTab.Access => ConsoleUrls.AccessLog(),
        PrivacyTab.Export => ConsoleUrls.PersonExportPath,
    };
}
