using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Packs;

/// <summary>Says what is missing.</summary>
internal static class GapWords
{
    public static string GapOf(this IStringLocalizer<PackText> text, EvidenceGap gap, Currency currency) => text[$"Gap_{gap.Kind}", About(gap, currency)];

    private static string About(EvidenceGap gap, Currency currency) => gap.Kind switch
    {
        GapKind.PaidWithoutTransaction or GapKind.MoneyUndecided or GapKind.RefundUnanswered or GapKind.RefundUnproven when Money.TryParse(gap.About, currency, out var money) => MoneyFormat.Of(money),
        _ => gap.About ?? "–",
    };
}
