using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Ends all sessions of a person: cookies and open pages within half a minute, on every node.</summary>
public sealed class SignOutEverywhere
{
    private readonly Writes writes;

    internal SignOutEverywhere(Writes writes) => this.writes = writes;

    /// <summary>Does it. Everybody may for themselves; for others it takes who manages access.</summary>
    public Task<Result<Unit>> RunAsync(string personId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                var own = by is { Kind: ActorKind.Person } && by.Id == personId;
                if (!own && !by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                person.EndSessions();
                tx.Journal(PersonEvents.StreamOf(personId), PersonEvents.SignedOutEverywhere, by, new { person = person.DisplayName });
                return default(Unit);
            },
            ct);
}
