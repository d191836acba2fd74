using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Overview;
using PagoConsole.Shared;

namespace PagoConsole.Overview;

/// <summary>Today hour by hour over what is usual in each hour, with the table behind it. Hours are Lima's: it is a business day.</summary>
public sealed partial class HourLines
{
    private const int Step = 12;
    private const int Height = 120;

    [Inject]
    internal IStringLocalizer<OverviewText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What is counted.</summary>
    [Parameter, EditorRequired]
    public required string Unit { get; set; }

    [Parameter, EditorRequired]
    public required TodayFigure Figure { get; set; }

    [Parameter, EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>Whether the figure is money in hundredths.</summary>
    [Parameter]
    public bool Hundredths { get; set; }

    private int Width => Figure.Today.Hours.Count * Step;

    private int HoursSoFar => Math.Clamp((int)(Now - Lima.StartOf(Figure.Today.Day)).TotalHours + 1, 0, Figure.Today.Hours.Count);

    private int Top => RoundScale.Above((int)Math.Min(
        1_000_000_000, Math.Ceiling(Figure.Today.Hours.Select(hour => Shown(hour)).Concat(Figure.UsualHours.Select(hour => Shown(hour.Most))).DefaultIfEmpty().Max())));

    private double Shown(double value) => Hundredths ? value / 100 : value;

    private Usual? UsualOf(int hour) => hour < Figure.UsualHours.Count ? Figure.UsualHours[hour] : null;

    /// <summary>Each hour is a level stretch: what is counted belongs to all of it.</summary>
    private string PathOf(IEnumerable<double> values)
    {
        var path = new StringBuilder();
        var hour = 0;
        foreach (var value in values) path.Append(CultureInfo.InvariantCulture, $"{(hour == 0 ? "M0 " : "V")}{YOf(value)}H{++hour * Step}");
        return path.ToString();
    }

    /// <summary>Along the most of each hour, and back along the least.</summary>
    private string Range()
    {
        var path = new StringBuilder(PathOf(Figure.UsualHours.Select(hour => Shown(hour.Most))));
        for (var hour = Figure.UsualHours.Count - 1; hour >= 0; hour--)
            path.Append(CultureInfo.InvariantCulture, $"V{YOf(Shown(Figure.UsualHours[hour].Least))}H{hour * Step}");
        return path.Append('Z').ToString();
    }

    private int YOf(double value) => Height - (int)(value * Height / Top);

    private string TipOf(int hour) => UsualOf(hour) is { } usual
        ? Text["Chart_Tip", HourOf(hour), Number(Shown(Figure.Today.Hours[hour])), Number(Shown(usual.Median))]
        : $"{HourOf(hour)}: {Number(Shown(Figure.Today.Hours[hour]))}";

    private static string HourOf(int hour) => $"{hour:00}:00";

    private static string Number(double value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
