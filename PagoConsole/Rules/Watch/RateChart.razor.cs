using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Rules.Watch;

/// <summary>The course of a rate, day by day before and after a publish, over the band that it may lie in; with the table behind it.</summary>
public sealed partial class RateChart
{
    private const int Step = 24;
    private const int Height = 120;
    private static readonly double[] Tops = [0.01, 0.02, 0.04, 0.08, 0.2, 0.4, 0.8, 1];

    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchedRate Rate { get; set; }

    /// <summary>Whether each point is the same hours of its day, and not all of it.</summary>
    [Parameter]
    public bool SameHours { get; set; }

    private int Width => Rate.Points.Count * Step;

    private int PublishX => Rate.Points.Count(point => !point.Since) * Step;

    private RatePoint FirstSince => Rate.Points.First(point => point.Since);

    /// <summary>The ends of the axis: the least of the round lengths that holds all shares and the band, on a border of its quarters.</summary>
    private (double From, double To) Scale
    {
        get
        {
            var seen = Rate.Points.Select(point => point.Portion.Share).Append(Rate.Band?.Low).Append(Rate.Band?.High).OfType<double>().DefaultIfEmpty(0).ToList();
            return Tops.Select(top => (From: Math.Min(1 - top, Math.Floor(seen.Min() / (top / 4)) * (top / 4)), top))
                .Where(scale => scale.From + scale.top >= seen.Max()).Select(scale => (scale.From, scale.From + scale.top)).First();
        }
    }

    private string Axis(double part) => (Scale.From + ((Scale.To - Scale.From) * part)).ToString(Scale.To - Scale.From < 0.04 ? "P1" : "P0", CultureInfo.CurrentCulture);

    /// <summary>Each day is a level stretch; one without orders is a gap.</summary>
    private string PathOf(bool since)
    {
        var path = new StringBuilder();
        var drawn = false;
        for (var i = 0; i < Rate.Points.Count; i++)
        {
            if (Rate.Points[i] is not { Portion.Share: { } share } point || point.Since != since)
            {
                drawn = false;
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{(drawn ? "V" : $"M{i * Step} ")}{YOf(share)}H{(i + 1) * Step}");
            drawn = true;
        }

        return path.ToString();
    }

    private string BandPath(RateBand band) => $"M{PublishX} {YOf(band.High)}H{Width}V{YOf(band.Low)}H{PublishX}Z";

    private int YOf(double share)
    {
        var (from, to) = Scale;
        return Height - (int)Math.Round(Math.Clamp((share - from) / (to - from), 0, 1) * Height);
    }

    private string TipOf(RatePoint point) => Text["Chart_Tip", When(point), RateCard.Percent(point.Portion.Share), Number(point.Portion.Of)];

    private static string When(RatePoint point) => $"{TimeZoneInfo.ConvertTime(point.From, Lima.Zone):g}";

    private static string Day(RatePoint point) => $"{Lima.DayOf(point.From):d}";

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
