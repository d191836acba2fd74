using System.Text.Json;
using PagoConsole.Core.Risk.DeviceReputation;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>What was asked elsewhere before the order was assessed.</summary>
/// <param name="Country">The country of its network address, ISO 3166 alpha-2; null where unknown.</param>
/// <param name="Device">What an outside service says of the device; null where it was not asked.</param>
public sealed record OutsideFacts(string? Country, DeviceScore? Device)
{
    /// <summary>Nothing is known.</summary>
    public static OutsideFacts None { get; } = new(null, null);
}

/// <summary>What the rules look at: the order, and what history and others said of it at that instant. Stored with each assessment.</summary>
public sealed class OrderFacts
{
    private readonly object[] answers;

    internal OrderFacts(OrderSubject order, OutsideFacts outside, object[] answers)
    {
        Order = order;
        Outside = outside;
        this.answers = answers;
    }

    /// <summary>What the order itself tells.</summary>
    public OrderSubject Order { get; }

    /// <summary>What was asked elsewhere.</summary>
    public OutsideFacts Outside { get; }

    /// <summary>All answers, by the slots of the plan.</summary>
    internal ReadOnlySpan<object> Answers => answers;

    /// <summary>The answer to a question of the plan.</summary>
    public T Of<T>(Fact<T> fact)
        where T : notnull => (T)answers[fact.Slot];

    /// <summary>As it is kept: the order without what is personal, and every question with its answer.</summary>
    public string ToJson(FactPlan plan) => JsonSerializer.Serialize(
        new { Order, Outside, History = plan.Questions.Select((q, i) => KeyValuePair.Create(q.Key, answers[i])).ToDictionary() }, RuleSet.Json);
}
