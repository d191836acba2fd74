using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>
/// Makes somebody a new link to choose a password. The former password, all sessions and older links end at once: whoever knew them may be
/// the reason. The second factor stays.
/// </summary>
public sealed class ResetPassword
{
    private readonly Writes writes;

    internal ResetPassword(Writes writes) => this.writes = writes;

    /// <summary>Does it; for somebody who was only invited it makes the invitation anew.</summary>
    public Task<Result<MadeLink>> RunAsync(string personId, Actor by, CancellationToken ct) =>
        writes.RunAsync<MadeLink>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (by.Id == personId) return RefusalCode.NotOneself;
                await tx.LockAdminsAsync(ct);
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                if (person.Disabled) return RefusalCode.NotPossibleInThisState;
                tx.Db.RemoveRange(await tx.Db.Set<PersonLink>().Where(l => l.PersonId == personId && l.UsedAt == null).ToListAsync(ct));
                person.PasswordHash = null;
                person.EndSessions();
                var link = InvitePerson.MakeLink(tx, personId);
                tx.Journal(PersonEvents.StreamOf(personId), PersonEvents.LinkMade, by, new { person = person.DisplayName, link.ExpiresAt });
                return link;
            },
            ct);
}
