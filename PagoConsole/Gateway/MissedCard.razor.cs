using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;

namespace PagoConsole.Gateway;

/// <summary>The gaps in PagoEfectivo's webhooks as a heat map: a day a row, an hour a cell.</summary>
public sealed partial class MissedCard
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required MissedView View { get; set; }

    private static string LevelOf(MissedHour hour) => hour.Share switch
    {
        null => "none",
        0 => "all-came",
        < 0.05 => "few",
        < 0.2 => "some",
        _ => "many",
    };

    private static string? WordOf(MissedHour hour) => hour.Found == 0 ? null : hour.Missed.ToString("N0", CultureInfo.CurrentCulture);

    private string? TipOf(MissedDay day, int hour) => day.Hours[hour] is { Found: > 0 } counted ? Text["Missed_Cell", day.Day.ToString("d", CultureInfo.CurrentCulture), hour, counted.Missed, counted.Found].Value : null;
}
