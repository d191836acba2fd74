using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Core.Review;

/// <summary>What a person, or the end of the hold time, decided.</summary>
public enum ReviewDecision
{
    /// <summary>Sell: the payable code is made.</summary>
    Approve,

    /// <summary>Do not sell: the stock is free.</summary>
    Reject,
}

/// <summary>An identifier of the order that is to stand on a list once the decision takes effect.</summary>
/// <param name="Kind">Which of its identifiers.</param>
/// <param name="Effect">What being on that list means.</param>
public sealed record ListChoice(ListedKind Kind, ListEffect Effect)
{
    private static readonly HashSet<string> Public = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.es", "outlook.com", "outlook.es", "outlook.com.pe", "live.com", "msn.com",
        "yahoo.com", "yahoo.es", "yahoo.com.pe", "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.com", "aol.com",
    };

    /// <summary>
    /// Whether a reviewer may choose it: an address or an e-mail domain is many people's, so it is never trusted for one of them. Who may change
    /// rules does that on the lists themselves.
    /// </summary>
    public bool IsAllowed => Effect == ListEffect.Block || Kind is not (ListedKind.EmailDomain or ListedKind.IpRange);

    /// <summary>What it would put on the list; null where the order has none of that kind, or everybody's mail is there.</summary>
    public string? ValueOf(OrderContent order) =>
        IsAllowed && ListedValue.Of(Kind, order) is { } value && !(Kind == ListedKind.EmailDomain && Public.Contains(value)) ? value : null;
}

/// <summary>What a decision does besides selling or not.</summary>
/// <param name="Lists">Identifiers of the order that go on a list.</param>
/// <param name="Fraud">Whether the reviewer says that it is fraud (or surely is none); null says no more than the decision itself.</param>
public sealed record CaseConsequences(IReadOnlyList<ListChoice> Lists, bool? Fraud)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>It does nothing else.</summary>
    public static CaseConsequences None { get; } = new([], null);

    /// <summary>These and what a second person adds; where they differ about fraud, the second's word counts.</summary>
    public CaseConsequences And(CaseConsequences second) => new([.. Lists.Union(second.Lists)], second.Fraud ?? Fraud);

    /// <summary>As it is stored; null for nothing.</summary>
    public string? ToJson() => Lists.Count == 0 && Fraud is null ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static CaseConsequences FromJson(string? json) => json is null ? None : JsonSerializer.Deserialize<CaseConsequences>(json, Json) ?? None;
}

/// <summary>A decision and what goes with it.</summary>
/// <param name="Decision">Sell, or do not sell.</param>
/// <param name="Reason">Why: one of <see cref="ReviewOptions.ReasonsFor"/>. A person who rejects must give one.</param>
/// <param name="Note">More words, at most <see cref="LongestNote"/> characters.</param>
/// <param name="Consequences">What it does besides.</param>
public sealed record Verdict(ReviewDecision Decision, string? Reason, string? Note, CaseConsequences Consequences)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 2000;

    /// <summary>Sell.</summary>
    public static Verdict Approve(string? reason = null, string? note = null) => new(ReviewDecision.Approve, reason, note, CaseConsequences.None);

    /// <summary>Do not sell.</summary>
    public static Verdict Reject(string? reason, string? note = null) => new(ReviewDecision.Reject, reason, note, CaseConsequences.None);

    /// <summary>Whether it lacks the reason that it needs.</summary>
    public bool IsWithoutReason => Decision == ReviewDecision.Reject && string.IsNullOrWhiteSpace(Reason);
}
