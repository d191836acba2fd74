using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Shared;

namespace PagoConsole.MoneyDesk;

/// <summary>Says cases and choices in the reader's language; what a choice means depends on why the money waits.</summary>
internal static class DeskWords
{
    /// <summary>What happened, in plain words.</summary>
    public static string StoryOf(this IStringLocalizer<DeskText> text, MoneyCaseView view) =>
        text[$"Story_{view.Case.Kind}", MoneyFormat.Of(view.Case.Amount), MoneyFormat.Of(view.Order.Amount), view.Case.Told is { } told ? MoneyFormat.Of(told) : "–"];

    /// <summary>The name of a choice.</summary>
    public static string NameOf(this IStringLocalizer<DeskText> text, MoneyChoice choice, MoneyCaseKind kind) =>
        text[$"Choice_{choice}_{kind}"] is { ResourceNotFound: false } own ? own : text[$"Choice_{choice}"];

    /// <summary>What a choice will do.</summary>
    public static string EffectOf(this IStringLocalizer<DeskText> text, ChoiceOption option, MoneyCaseKind kind, OrderStatus status, IStringLocalizer<SharedText> words)
    {
        var money = option.Moves is { } moves ? MoneyFormat.Of(moves) : "";
        var does = option.OverrulesRisk ? text["Effect_Overrules", money] : text[$"Effect_{option.Choice}_{kind}", money] is { ResourceNotFound: false } own ? own : text[$"Effect_{option.Choice}", money];
        var after = option.After switch
        {
            OrderStatus.RefundRequested => text["After_Refund"],
            { } next => text["After_State", words[$"Status_{next}"].Value],
            null => text["After_Same", words[$"Status_{status}"].Value],
        };
        return $"{does} {after}";
    }

    /// <summary>How long it has waited: since today, 1 day, 5 days.</summary>
    public static string DaysOf(this IStringLocalizer<DeskText> text, DateTimeOffset opened, DateTimeOffset now) => MoneyAges.DaysSince(opened, now) switch
    {
        0 => text["Age_SinceToday"],
        1 => text["Age_OneDay"],
        var days => text["Age_ManyDays", days],
    };

    public static Tone ToneOf(MoneyAge age) => age switch
    {
        MoneyAge.Today => Tone.Neutral,
        MoneyAge.Days1 => Tone.Note,
        MoneyAge.Days3 => Tone.Waiting,
        MoneyAge.Days7 => Tone.Bad,
    };
}
