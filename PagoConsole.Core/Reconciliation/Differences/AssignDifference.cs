using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Differences;

/// <summary>Has somebody of finance work on a difference: oneself, a colleague, or nobody in particular.</summary>
public sealed class AssignDifference(Writes writes)
{
    /// <summary>Assigns it.</summary>
    /// <param name="differenceId">The difference.</param>
    /// <param name="owner">Who, as an actor's signature; null releases it.</param>
    /// <param name="seen">The version that was looked at; null does not mind.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Difference>> RunAsync(string differenceId, string? owner, int? seen, Actor by, CancellationToken ct) =>
        writes.OnDifferenceAsync(differenceId, by, (tx, found) => Task.FromResult(Assign(tx, found, owner, seen, by)), ct);

    internal static Refusal? Assign(WriteScope tx, Difference found, string? owner, int? seen, Actor by)
    {
        if (owner is not null && !owner.StartsWith("person:", StringComparison.Ordinal)) return new Refusal(RefusalCode.Invalid, "owner");
        var before = found.Owner;
        if (found.Assign(owner, seen, by) is { } refusal) return refusal;
        if (before == owner) return null;
        tx.Journal(found.Stream, owner is null ? DifferenceEvents.Released : DifferenceEvents.Assigned, by, new { from = before, to = owner, found.Day });
        return null;
    }
}
