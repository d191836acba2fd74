using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.MoneyDesk;

/// <summary>How many business days a case has waited: icon, words and colour.</summary>
public sealed partial class AgeChip
{
    [Inject]
    internal IStringLocalizer<DeskText> Text { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DateTimeOffset Since { get; set; }

    private MoneyAge Age => MoneyAges.Of(MoneyAges.DaysSince(Since, Time.GetUtcNow()));

    private string Icon => Age switch
    {
        MoneyAge.Today or MoneyAge.Days1 => Icons.Material.Outlined.Schedule,
        MoneyAge.Days3 => Icons.Material.Outlined.HourglassBottom,
        MoneyAge.Days7 => Icons.Material.Outlined.ReportGmailerrorred,
    };
}
