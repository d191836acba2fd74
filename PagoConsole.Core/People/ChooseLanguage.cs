using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People;

/// <summary>Remembers the language that somebody chose, for their next browser.</summary>
public sealed class ChooseLanguage
{
    private readonly Writes writes;

    internal ChooseLanguage(Writes writes) => this.writes = writes;

    /// <summary>Does it. The culture name was checked by the caller.</summary>
    public Task<Result<Unit>> RunAsync(Actor by, string culture, CancellationToken ct) => writes.RunAsync<Unit>(
        async tx =>
        {
            if (by.Kind != ActorKind.Person || await tx.LockAsync<Person>(by.Id, ct) is not { } person) return RefusalCode.NotAllowed;
            person.Culture = culture;
            return default(Unit);
        },
        ct);
}
