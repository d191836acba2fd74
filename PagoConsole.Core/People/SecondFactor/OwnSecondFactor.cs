using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.SecondFactor;

/// <summary>
/// Somebody's own second factor: set up, given new recovery codes, taken away. Each ends all other sessions, so the caller signs this one in
/// anew. Wrong codes count towards the lock, as at sign-in.
/// </summary>
public sealed class OwnSecondFactor
{
    /// <summary>How many recovery codes there are.</summary>
    public const int CodeCount = 10;

    private readonly UserManager<Person> people;
    private readonly Writes writes;
    private readonly SigningInOptions options;
    private readonly IHostEnvironment? host;

    internal OwnSecondFactor(UserManager<Person> people, Writes writes, IOptions<SigningInOptions> options, IHostEnvironment? host) =>
        (this.people, this.writes, this.options, this.host) = (people, writes, options.Value, host);

    /// <summary>The key for an authenticator; made on the first call.</summary>
    public async Task<string> KeyAsync(Person person)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is { } there) return there;
        await people.ResetAuthenticatorKeyAsync(person);
        return (await people.GetAuthenticatorKeyAsync(person))!;
    }

    /// <summary>Recovery codes that are left.</summary>
    public Task<int> LeftAsync(Person person) => people.CountRecoveryCodesAsync(person);

    /// <summary>Whether this person may not be without one.</summary>
    public async Task<bool> IsRequiredAsync(Person person) =>
        options.SecondFactorOfAdmins(host) && (await people.GetRolesAsync(person)).Contains(nameof(Role.Admin));

    /// <summary>Turns it on with the first code of the authenticator.</summary>
    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<Result<IReadOnlyList<string>>> TurnOnAsync(Person person, string code, CancellationToken ct)
    {
        if (person.TwoFactorEnabled) return RefusalCode.NotPossibleInThisState;
        if (await CheckAsync(person, code) is { } refusal) return refusal;
        await people.SetTwoFactorEnabledAsync(person, true);
        var codes = await CodesAsync(person);
        await SayAsync(person, PersonEvents.SecondFactorOn, ct);
        return codes;
    }

    /// <summary>Makes new recovery codes; the former ones hold no more.</summary>
    public async Task<Result<IReadOnlyList<string>>> RenewCodesAsync(Person person, string code, CancellationToken ct)
    {
        if (!person.TwoFactorEnabled) return RefusalCode.NotPossibleInThisState;
        if (await CheckAsync(person, code) is { } refusal) return refusal;
        var codes = await CodesAsync(person);
        await SayAsync(person, PersonEvents.CodesRenewed, ct);
        return codes;
    }

    /// <summary>Turns it off, for those who may be without.</summary>
    public async Task<Result<Unit>> TurnOffAsync(Person person, string code, CancellationToken ct)
    {
        if (!person.TwoFactorEnabled) return RefusalCode.NotPossibleInThisState;
        if (await IsRequiredAsync(person)) return RefusalCode.NotAllowed;
        if (await CheckAsync(person, code) is { } refusal) return refusal;
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person); // what the authenticator knows is worth nothing any more
        await SayAsync(person, PersonEvents.SecondFactorOff, ct);
        return default(Unit);
    }

    private async Task<Refusal?> CheckAsync(Person person, string code)
    {
        if (await people.IsLockedOutAsync(person)) return new Refusal(RefusalCode.NotPossibleInThisState);
        var digits = string.Concat(code.Where(char.IsAsciiDigit));
        if (digits.Length == 6 && await people.VerifyTwoFactorTokenAsync(person, people.Options.Tokens.AuthenticatorTokenProvider, digits)) return null;
        await people.AccessFailedAsync(person);
        return new Refusal(RefusalCode.Invalid, "code");
    }

    private async Task<Result<IReadOnlyList<string>>> CodesAsync(Person person)
    {
        await people.UpdateSecurityStampAsync(person);
        return (await people.GenerateNewTwoFactorRecoveryCodesAsync(person, CodeCount))!.ToList();
    }

    private Task SayAsync(Person person, string kind, CancellationToken ct) => writes.DoAsync(
        tx =>
        {
            tx.Journal(PersonEvents.StreamOf(person.Id), kind, Desk.UsePersonLink.ActorOf(person), new { person = person.DisplayName });
            return Task.CompletedTask;
        },
        ct);
}
