using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Watch;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Watch;

/// <summary>One rate before and after a publish: what it was, what it is, between what it may lie, and its course.</summary>
public sealed partial class RateCard
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchedRate Rate { get; set; }

    [Parameter]
    public bool SameHours { get; set; }

    /// <summary>How many orders the judgement rests on, and how many are missing for one.</summary>
    private string Why => Rate.State == RateState.TooFew
        ? Text[$"{Of}_TooFew", Number(Rate.After.Of), RateBand.FewestAfter, Number(Rate.Before.Of), RateBand.FewestBefore]
        : Text[$"{Of}_Enough", Number(Rate.After.Of), Number(Rate.Before.Of)];

    private string Of => Rate.What == WatchedKind.Released ? "Decided" : "Orders";

    internal static string Percent(double? share) => share is { } known ? known.ToString("P1", CultureInfo.CurrentCulture) : "–";

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);

    private static Tone ToneOf(RateState state) => state switch
    {
        RateState.TooFew => Tone.Neutral,
        RateState.Inside => Tone.Good,
        RateState.Outside => Tone.Bad,
    };

    private static string IconOf(RateState state) => state switch
    {
        RateState.TooFew => Icons.Material.Outlined.HourglassEmpty,
        RateState.Inside => Icons.Material.Outlined.CheckCircle,
        RateState.Outside => Icons.Material.Outlined.Warning,
    };
}
