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

    private double Top => Math.Max(1, Rates.Select(rate => PerMinute(rate.Well + rate.Failed)).DefaultIfEmpty().Max());

    private double PerMinute(long calls) => (double)calls / Minutes;

    private int HeightOf(long calls) => calls == 0 ? 0 : Math.Max(Least, (int)(PerMinute(calls) * Height / Top));

    private string TipOf(CallRate rate) => Text["Rates_Tip", Time(rate.From), Rate(PerMinute(rate.Well)), Rate(PerMinute(rate.Failed))];

    private string Time(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Browser.Zone).ToString("t", CultureInfo.CurrentCulture);

    private static string Rate(double rate) => rate.ToString(rate is 0 or >= 10 ? "N0" : "N1", CultureInfo.CurrentCulture);
}
