using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Takes somebody's second factor and recovery codes away, for those who lost their phone. All their sessions end.</summary>
public sealed class ResetSecondFactor
{
    private readonly Writes writes;

    internal ResetSecondFactor(Writes writes) => this.writes = writes;

    /// <summary>Does it. Nobody does it for himself: that takes a code, on his own page.</summary>
    public Task<Result<Unit>> RunAsync(string personId, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ManageAccess)) return RefusalCode.NotAllowed;
                if (by.Id == personId) return RefusalCode.NotOneself;
                if (await tx.LockAsync<Person>(personId, ct) is not { } person) return RefusalCode.NotFound;
                tx.Db.RemoveRange(await tx.Db.Set<IdentityUserToken<string>>().Where(t => t.UserId == personId).ToListAsync(ct));
                person.TwoFactorEnabled = false;
                person.EndSessions();
                tx.Journal(PersonEvents.StreamOf(personId), PersonEvents.SecondFactorOff, by, new { person = person.DisplayName });
                return default(Unit);
            },
            ct);
}
