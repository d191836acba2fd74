using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>A page about access.</summary>
public enum AccessTab
{
    Users,
    SignIns,
    Keys,
    Secrets,
}

/// <summary>Leads from one page about access to the others.</summary>
public sealed partial class AccessTabs
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    /// <summary>Where one is.</summary>
    [Parameter, EditorRequired]
    public required AccessTab Active { get; set; }

    private static string HrefOf(AccessTab tab) => tab switch
    {
        AccessTab.Users => ConsoleUrls.People(),
        AccessTab.SignIns => ConsoleUrls.SignIns(),
        AccessTab.Keys => ConsoleUrls.ApiKeys(),
        AccessTab.Secrets => ConsoleUrls.Secrets(),
    };
}
