using System.Text.Json;
using System.Text.Json.Serialization;
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
public sealed record ListChoice(ListedKind Kind, ListEffect Effect);

/// <summary>What a decision does besides selling or not.</summary>
/// <param name="Lists">Identifiers of the order that go on a list.</param>
/// <param name="Fraud">Whether the reviewer says that it is fraud (or surely is none); null says no more than the decision itself.</param>
public sealed record CaseConsequences(IReadOnlyList<ListChoice> Lists, bool? Fraud)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>It does nothing else.</summary>
    public static CaseConsequences None { get; } = new([], null);

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
