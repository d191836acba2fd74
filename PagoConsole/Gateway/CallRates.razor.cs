using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;
using PagoConsole.Shared;

namespace PagoConsole.Gateway;

/// <summary>Calls per minute, answered and failed, with the table behind them.</summary>
public sealed partial class CallRates
{
    private const int Step = 12;
    private const int Height = 100;
    private const int Least = 2; // one failure among thousands is still seen

    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<CallRate> Rates { get; set; }

    /// <summary>How long each stretch is.</summary>
    [Parameter, EditorRequired]
    public int Minutes { get; set; }

    private DateTimeOffset End => Rates[^1].From.AddMinutes(Minutes);

    /// <summary>Whether midnight lies within: then times alone do not say of which day they are.</summary>
    private bool Crosses => DayOf(Rates[0].From) != DayOf(Rates[^1].From);

    private double Top => Math.Max(1, Rates.Select(rate => PerMinute(rate.Well + rate.Failed)).DefaultIfEmpty().Max());

    private double PerMinute(long calls) => (double)calls / Minutes;

    private int HeightOf(long calls) => calls == 0 ? 0 : Math.Max(Least, (int)(PerMinute(calls) * Height / Top));

    private string TipOf(CallRate rate) => Text["Rates_Tip", When(rate.From), Rate(PerMinute(rate.Well)), Rate(PerMinute(rate.Failed))];

    private string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Browser.Zone).ToString("t", CultureInfo.CurrentCulture);

    private string When(DateTimeOffset at) => Crosses ? $"{Day(DayOf(at))} {Time(at)}" : Time(at);

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Browser.Zone).DateTime);

    /// <summary>The date under the first hour, and where the day changes; the first one gives way where the two would touch.</summary>
    private IEnumerable<(string X, string Anchor, string Day)> Days()
    {
        var change = Enumerable.Range(1, Rates.Count - 1).First(i => DayOf(Rates[i].From) != DayOf(Rates[i - 1].From));
        var share = (double)change / Rates.Count;
        if (share > 0.2) yield return ("0", "start", Day(DayOf(Rates[0].From)));
        yield return (string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1}%"), share > 0.85 ? "end" : share < 0.1 ? "start" : "middle", Day(DayOf(Rates[change].From)));
    }

    /// <summary>A day without its year, as the console writes dates.</summary>
    private static string Day(DateOnly day)
    {
        var pattern = CultureInfo.CurrentCulture.DateTimeFormat.ShortDatePattern;
        return day.ToString(pattern.Replace("yyyy年", "", StringComparison.Ordinal).Replace(" yyyy", "", StringComparison.Ordinal), CultureInfo.CurrentCulture);
    }

    private static string Rate(double rate) => rate.ToString(rate is 0 or >= 10 ? "N0" : "N1", CultureInfo.CurrentCulture);
}
