using PagoConsole.Core.Foundation;

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

    /// <summary>Who works on it, as an actor's signature; empty for those that nobody has taken; null for all.</summary>
    public string? Owner { get; init; }

    /// <summary>The currency; null for all.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The seller; null for all.</summary>
    public string? SellerId { get; init; }

    /// <summary>Order, payment, CIP, transaction or the difference's own id, word for word; null for all.</summary>
    public string? Text { get; init; }
}
