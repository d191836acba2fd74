using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Links;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>Says what is known of a node of the link graph.</summary>
internal static class GraphWords
{
    /// <summary>Accounts that are named before the rest is only counted.</summary>
    private const int MostNamed = 5;

    /// <summary>The beginning of a name that has to fit.</summary>
    public static string Short(string name, int letters) => name.Length <= letters ? name : $"{name[..(letters - 1)]}…";

    /// <summary>An account and its fates: <c>u-77 · 12 orders · 3 paid · shares phone, device</c>.</summary>
    public static string FactsOf(this IStringLocalizer<GraphText> text, GraphAccount account, string shared) => string.Join(" · ", new[]
    {
        account.AccountId,
        account.Own ? text["Own"].Value : null,
        account.MoreOrders ? text["Orders_Many", account.Orders].Value : text.Count("Orders", account.Orders),
        account.Paid > 0 ? text.Count("Paid", account.Paid) : null,
        account.Rejected > 0 ? text.Count("Rejected", account.Rejected) : null,
        account.Fraud > 0 ? text.Count("Fraud", account.Fraud) : null,
        account.OpenFlags > 0 ? text.Count("Flags", account.OpenFlags) : null,
        shared.Length > 0 ? text["Shares", shared].Value : null,
    }.OfType<string>());

    /// <summary>An identifier and whose it is.</summary>
    public static string FactsOf(this IStringLocalizer<GraphText> text, GraphIdentifier identifier, IStringLocalizer<RulesText> rules, IReadOnlyCollection<string> accounts)
    {
        var named = rules.Join(accounts.Take(MostNamed));
        return string.Join(" · ", new[]
        {
            text["Node_Identifier", rules[$"Kind_{identifier.Kind}"], identifier.Label ?? text["Erased"]].Value,
            identifier.OfOrder ? text["OfOrder"].Value : null,
            text["UsedBy", accounts.Count, accounts.Count > MostNamed ? $"{named}…" : named].Value,
        }.OfType<string>());
    }
}
