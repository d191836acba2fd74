using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Which differences somebody wants to see; an empty set means all.</summary>
public sealed record DifferenceFilter
{
    /// <summary>The first business day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last business day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>What disagrees.</summary>
    public IReadOnlySet<DifferenceKind> Kinds { get; init; } = new HashSet<DifferenceKind>();

    /// <summary>How far people have come.</summary>
    public IReadOnlySet<DifferenceState> States { get; init; } = new HashSet<DifferenceState>();

    /// <summary>Only those that a second person must agree to write off.</summary>
    public bool AwaitsSecond { get; init; }

    /// <summary>Only those that mended themselves, or only those of which people decided; null for both.</summary>
    public bool? Mended { get; init; }

    /// <summary>Who works on it, as an actor's signature; empty for those that nobody has taken; null for all.</summary>
    public string? Owner { get; init; }

    /// <summary>The currency; null for all.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The seller; null for all.</summary>
    public string? SellerId { get; init; }

    /// <summary>Order, payment, CIP, transaction or the difference's own id, word for word; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it narrows its days at all.</summary>
    public bool IsAll => Kinds.Count == 0 && States.Count == 0 && !AwaitsSecond && Mended is null && Owner is null && Currency is null && SellerId is null && Text is null;

    internal IQueryable<Difference> Of(PagoDb db)
    {
        var (from, to) = (From, To);
        var found = db.Set<Difference>().AsNoTracking().Where(d => d.Day >= from && d.Day <= to);
        if (Kinds.Count > 0 && Kinds.ToList() is var kinds) found = found.Where(d => kinds.Contains(d.Kind));
        if (States.Count > 0 && States.ToList() is var states) found = found.Where(d => states.Contains(d.State));
        if (AwaitsSecond) found = found.Where(d => d.WriteOffBy != null);
        if (Mended is { } mended) found = found.Where(d => d.Mended != null == mended);
        if (Owner is { } owner) found = owner.Length == 0 ? found.Where(d => d.Owner == null) : found.Where(d => d.Owner == owner);
        if (Currency is { } currency) found = found.Where(d => d.Currency == currency);
        if (SellerId is { } seller) found = found.Where(d => d.SellerId == seller);
        if (Text is { } text)
            found = found.Where(d => d.OrderId == text || d.PaymentId == text || d.Cip == text || d.TransactionId == text || d.DifferenceId == text);
        return found;
    }
}
