using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Team;
using PagoConsole.Shared;

namespace PagoConsole.Team;

/// <summary>Arrivals against decisions by hour: two stepped lines over axes with units, with the table behind them.</summary>
public sealed partial class HourChart
{
    private const int Step = 12;
    private const int Height = 160;

    [Inject]
    internal IStringLocalizer<TeamText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<TeamHour> Hours { get; set; }

    /// <summary>Whether it spans days, so that an hour alone says too little.</summary>
    [Parameter]
    public bool Days { get; set; }

    private int Width => Math.Max(1, Hours.Count) * Step;

    private int Top => RoundScale.Above(Hours.Select(hour => Math.Max(hour.Arrived, hour.Decided)).DefaultIfEmpty().Max());

    /// <summary>Each hour is a level stretch: what is counted belongs to all of it, and one hour alone is seen too.</summary>
    private string PathOf(Func<TeamHour, int> count)
    {
        var path = new StringBuilder();
        for (var i = 0; i < Hours.Count; i++)
        {
            var y = Height - ((long)count(Hours[i]) * Height / Top);
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "M0 " : "V")}{y}H{(i + 1) * Step}");
        }

        return path.ToString();
    }

    private string TipOf(TeamHour hour) => Text["Chart_Tip", Instant(hour.Hour), Number(hour.Arrived), Number(hour.Decided)];

    private IEnumerable<string> Ticks()
    {
        if (Hours.Count == 0) return [];
        var parts = Days || Hours.Count < 4 ? 2 : 4;
        var end = Hours[^1].Hour.AddHours(1);
        return Enumerable.Range(0, parts + 1).Select(i => i == parts ? end : Hours[i * Hours.Count / parts].Hour).Select(at => Days ? Instant(at) : $"{Local(at):t}");
    }

    private string Instant(DateTimeOffset at) => $"{Local(at):d} {Local(at):t}";

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Browser.Zone).DateTime;

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
