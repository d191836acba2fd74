using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Performance;

namespace PagoConsole.Rules.Performance;

/// <summary>Precision and recall of a rule over time; a time without labels is a gap.</summary>
public sealed partial class ShareLines
{
    private const int Step = 12;
    private const int Height = 120;

    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RulePoint> Points { get; set; }

    /// <summary>What it shows.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private string PathOf(Func<RulePoint, double?> share)
    {
        var path = new StringBuilder();
        var drawn = false;
        for (var i = 0; i < Points.Count; i++)
        {
            if (share(Points[i]) is not { } known)
            {
                drawn = false;
                continue;
            }

            var y = Height - (int)Math.Round(Math.Clamp(known, 0, 1) * Height);
            path.Append(CultureInfo.InvariantCulture, $"{(drawn ? "V" : $"M{i * Step} ")}{y}H{(i + 1) * Step}");
            drawn = true;
        }

        return path.ToString();
    }

    private static string Percent(double? share) => share is { } known ? known.ToString("P0", CultureInfo.CurrentCulture) : "–";
}
