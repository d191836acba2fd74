namespace PagoConsole.Core.Risk.Facts;

/// <summary>Where a rule finds the answer to a question that it asked.</summary>
/// <typeparam name="T">What is answered.</typeparam>
/// <param name="Slot">Its place among the answers.</param>
public readonly record struct Fact<T>(int Slot)
    where T : notnull;

/// <summary>All that a rule set wants to know of history, each question once.</summary>
/// <param name="countsTo">The least that counts go up to, whatever the thresholds: 0 in daily work, more where thresholds are searched.</param>
public sealed class FactPlan(int countsTo = 0)
{
    private readonly List<Question> questions = [];
    private readonly Dictionary<Question, int> slots = [];

    /// <summary>The questions, in the order of their slots.</summary>
    public IReadOnlyList<Question> Questions => questions;

    /// <summary>The longest time that any of them looks back.</summary>
    public TimeSpan LooksBack => questions.Select(q => q.LooksBack).DefaultIfEmpty().Max();

    /// <summary>Whether it counts everybody's orders: such orders must come one after the other.</summary>
    public bool CountsEverybody => questions.Any(q => q is OrdersInDay { OfEverybody: true });

    /// <summary>Asks; a question that was asked before has its slot already.</summary>
    public Fact<T> Ask<T>(Question<T> question)
        where T : notnull
    {
        if (!slots.TryGetValue(question, out var slot)) slot = Add(question);
        return new(slot);
    }

    /// <summary>How far a count must go for a threshold.</summary>
    public int Cap(int needed) => Math.Max(needed, countsTo);

    internal async ValueTask<OrderFacts> CollectAsync(IHistory history, OrderSubject order, OutsideFacts outside, CancellationToken ct)
    {
        var answers = new object[questions.Count];
        for (var i = 0; i < answers.Length; i++) answers[i] = await questions[i].AskAsync(history, order, ct);
        return new OrderFacts(order, outside, answers);
    }

    /// <summary>A plan that begins with the questions of this one, in their slots; facts that were collected for this one answer those.</summary>
    internal FactPlan Further()
    {
        var further = new FactPlan(countsTo);
        foreach (var question in questions) further.Add(question);
        return further;
    }

    /// <summary>Asks what a plan asked that this one goes on from did not; null where it was told to stop.</summary>
    internal async ValueTask<OrderFacts?> ContinueAsync(IHistory history, OrderFacts known, Func<bool> goOn, CancellationToken ct)
    {
        var answers = new object[questions.Count];
        known.Answers.CopyTo(answers);
        for (var i = known.Answers.Length; i < answers.Length; i++)
        {
            if (!goOn()) return null;
            answers[i] = await questions[i].AskAsync(history, known.Order, ct);
        }

        return new OrderFacts(known.Order, known.Outside, answers);
    }

    private int Add(Question question)
    {
        questions.Add(question);
        return slots[question] = questions.Count - 1;
    }
}
