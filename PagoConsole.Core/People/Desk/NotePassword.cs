using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.Desk;

/// <summary>Notes that somebody changed their own password; Identity changed it.</summary>
public sealed class NotePassword
{
    private readonly Writes writes;

    internal NotePassword(Writes writes) => this.writes = writes;

    /// <summary>Notes it.</summary>
    public Task RunAsync(Person person, CancellationToken ct) => writes.DoAsync(
        tx =>
        {
            tx.Journal(PersonEvents.StreamOf(person.Id), PersonEvents.PasswordSet, UsePersonLink.ActorOf(person), new { person = person.DisplayName });
            return Task.CompletedTask;
        },
        ct);
}
