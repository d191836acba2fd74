using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PagoConsole.Core.Review.Queue;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>What the queue shows and in what order, as its address says it: a link and a saved view are the same words.</summary>
public sealed record ReviewsFilter
{
    public QueueFilter Cases { get; init; } = QueueFilter.All;

    public QueueOrder Order { get; init; }

    public static ReviewsFilter Parse(string? reason, string? from, string? to, string? score, string? seller, string? who, string? only, string? order)
    {
        var marks = (only ?? "").Split(',');
        return new()
        {
            Cases = new QueueFilter
            {
                Reason = TextOf(reason),
                From = SolesOf(from),
                UpTo = SolesOf(to),
                Score = int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : null,
                Seller = TextOf(seller),
                Holder = Enum.TryParse<QueueHolder>(who, out var whose) && Enum.IsDefined(whose) ? whose : QueueHolder.Anybody,
                Aml = marks.Contains("aml"),
                Escalated = marks.Contains("escalated"),
                Second = marks.Contains("second"),
                Answered = marks.Contains("answered"),
                Ending = marks.Contains("ending"),
            },
            Order = Enum.TryParse<QueueOrder>(order, out var sorted) && Enum.IsDefined(sorted) ? sorted : QueueOrder.Urgency,
        };
    }

    /// <summary>Reads what a saved view keeps.</summary>
    public static ReviewsFilter FromQuery(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? Of(string name) => parts.TryGetValue(name, out var value) ? value.ToString() : null;
        return Parse(Of("reason"), Of("from"), Of("to"), Of("score"), Of("seller"), Of("who"), Of("only"), Of("order"));
    }

    public (string Name, string? Value)[] ToQuery() =>
    [
        ("reason", Cases.Reason),
        ("from", Cases.From?.ToString(CultureInfo.InvariantCulture)),
        ("to", Cases.UpTo?.ToString(CultureInfo.InvariantCulture)),
        ("score", Cases.Score?.ToString(CultureInfo.InvariantCulture)),
        ("seller", Cases.Seller),
        ("who", Cases.Holder == QueueHolder.Anybody ? null : Cases.Holder.ToString()),
        ("only", string.Join(',', Marks())),
        ("order", Order == QueueOrder.Urgency ? null : Order.ToString()),
    ];

    private IEnumerable<string> Marks()
    {
        if (Cases.Aml) yield return "aml";
        if (Cases.Escalated) yield return "escalated";
        if (Cases.Second) yield return "second";
        if (Cases.Answered) yield return "answered";
        if (Cases.Ending) yield return "ending";
    }

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static decimal? SolesOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var soles) && soles <= Core.Foundation.Money.Largest ? soles : null;
}
