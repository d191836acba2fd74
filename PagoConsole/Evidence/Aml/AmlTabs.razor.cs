using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>The pages of the work against money laundering.</summary>
public enum AmlTab
{
    Monitor,
    Register,
    Cases,
    Numbers,
}

/// <summary>Leads from one page of it to the others, and says plainly what it is not.</summary>
public sealed partial class AmlTabs
{
    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal LegalBook Book { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    /// <summary>Where one is.</summary>
    [Parameter, EditorRequired]
    public required AmlTab Active { get; set; }

    private string Obliged => Book.At(LegalNumber.ObligedSubject, Lima.DayOf(Time.GetUtcNow())).Value switch
    {
        null => "Obliged_Unknown",
        0 => "Obliged_No",
        _ => "Obliged_Yes",
    };

    private static string HrefOf(AmlTab tab) => tab switch
    {
        AmlTab.Monitor => ConsoleUrls.AmlPath,
        AmlTab.Register => ConsoleUrls.AmlRegisterPath,
        AmlTab.Cases => ConsoleUrls.AmlCasesPath,
        AmlTab.Numbers => ConsoleUrls.AmlNumbersPath,
    };
}
