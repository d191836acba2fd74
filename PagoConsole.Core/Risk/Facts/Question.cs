using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>Something that a rule wants to know of history. Two rules that ask the same share one look-up.</summary>
public abstract record Question
{
    /// <summary>Names it, with its bounds, in the stored facts of an assessment.</summary>
    public abstract string Key { get; }

    /// <summary>The longest time that it looks back.</summary>
    public abstract TimeSpan LooksBack { get; }

    internal abstract ValueTask<object> AskAsync(IHistory history, OrderSubject order, CancellationToken ct);
}

/// <summary>A question with a typed answer.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public abstract record Question<T> : Question
    where T : notnull
{
    internal abstract ValueTask<T> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct);

    internal sealed override async ValueTask<object> AskAsync(IHistory history, OrderSubject order, CancellationToken ct) =>
        await AnswerAsync(history, order, ct);
}

/// <summary>How many orders share an identifier with this one in the time before it, this one included.</summary>
/// <param name="Kind">The identifier.</param>
/// <param name="Window">The time before it; an order exactly that long before is no longer in it.</param>
/// <param name="AtMost">Counting stops here.</param>
public sealed record OrdersSharing(IdentifierKind Kind, TimeSpan Window, int AtMost) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"orders by {Kind} in {Window}, at most {AtMost}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Window;

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct) =>
        order.Has(Kind) ? 1 + await history.OrdersAsync(Kind, order, Span.Before(order, Window), AtMost - 1, ct) : 0;
}

/// <summary>How many orders the account (or everybody) placed in this order's business day, this one included.</summary>
/// <param name="OfEverybody">Count the whole marketplace.</param>
/// <param name="AtMost">Counting stops here.</param>
public sealed record OrdersInDay(bool OfEverybody, int AtMost) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"orders of {(OfEverybody ? "everybody" : "the account")} in the day, at most {AtMost}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => TimeSpan.FromDays(1);

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        var day = Span.DayOf(order);
        return 1 + (OfEverybody
            ? await history.OrdersOfEverybodyAsync(order, day, AtMost - 1, ct)
            : await history.OrdersAsync(IdentifierKind.Account, order, day, AtMost - 1, ct));
    }
}

/// <summary>How many accounts were seen on an identifier in the time before, this one included; on a device logins count too.</summary>
/// <param name="Kind">The identifier.</param>
/// <param name="Window">The time before the order.</param>
/// <param name="AtMost">Counting stops here.</param>
public sealed record AccountsSharing(IdentifierKind Kind, TimeSpan Window, int AtMost) : Question<long>
{
    /// <inheritdoc/>
    public override string Key => $"accounts by {Kind} in {Window}, at most {AtMost}";

    /// <inheritdoc/>
    public override TimeSpan LooksBack => Window;

    internal override async ValueTask<long> AnswerAsync(IHistory history, OrderSubject order, CancellationToken ct)
    {
        if (!order.Has(Kind)) return 0;
        var others = new HashSet<string>(StringComparer.Ordinal);
        var span = Span.Before(order, Window);
        await history.AccountsAsync(Kind, order.Keys[Kind], order, span, others, ct);
        if (Kind == IdentifierKind.Device && order.Device is { } device) await history.LoginAccountsAsync(device, order, span, others, ct);
        others.Remove(order.AccountId);
        return Math.Min(AtMost, 1 + others.Count);
    }
}
