using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.People.SignIns;

/// <summary>
/// Keeps who signed in and who was not let in, from where and why. A flood fills neither the table nor the journal: refused ones that are
/// alike are one row an hour, an hour has at most <see cref="MostAnHour"/> such rows, and only a new row is journalled.
/// </summary>
public sealed class SignInLog
{
    /// <summary>Rows of refused sign-ins in an hour; what comes after them is counted without its address.</summary>
    public const int MostAnHour = 500;

    /// <summary>How long rows are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private const string Many = "*";
    private readonly Writes writes;

    internal SignInLog(Writes writes) => this.writes = writes;

    /// <summary>Notes one.</summary>
    public Task RecordAsync(Person? person, string address, SignInMethod method, SignInOutcome outcome, CancellationToken ct) =>
        writes.DoAsync(
            async tx =>
            {
                if (outcome == SignInOutcome.SignedIn) await LetInAsync(tx, person!, address, method, ct);
                else await RefuseAsync(tx, person, address, method, outcome, ct);
            },
            ct);

    private static async Task LetInAsync(WriteScope tx, Person person, string address, SignInMethod method, CancellationToken ct)
    {
        var now = tx.Now.ToUnixTimeMilliseconds();
        await tx.Db.ExecuteAsync("UPDATE people SET last_sign_in_at = @p1 WHERE id = @p0", [person.Id, now], ct);
        await tx.Db.ExecuteAsync("DELETE FROM sign_ins WHERE last_at < @p0", [(tx.Now - Kept).ToUnixTimeMilliseconds()], ct);
        Add(tx, Ids.New("sgn", tx.Now), person, address, method, SignInOutcome.SignedIn);
    }

    private static async Task RefuseAsync(WriteScope tx, Person? person, string address, SignInMethod method, SignInOutcome outcome, CancellationToken ct)
    {
        var hour = new DateTimeOffset(tx.Now.Year, tx.Now.Month, tx.Now.Day, tx.Now.Hour, 0, 0, TimeSpan.Zero);
        await tx.LockNamesAsync(["sign-ins"], ct);
        var id = IdOf(hour, person?.Id, address, method, outcome);
        if (await CountAsync(tx, id, ct)) return;
        if (await tx.Db.Set<SignInEntry>().CountAsync(s => s.LastAt >= hour && s.Outcome != SignInOutcome.SignedIn, ct) >= MostAnHour)
        {
            (id, person, address) = (IdOf(hour, null, Many, method, outcome), null, Many);
            if (await CountAsync(tx, id, ct)) return;
        }

        Add(tx, id, person, address, method, outcome);
    }

    private static async Task<bool> CountAsync(WriteScope tx, string id, CancellationToken ct) =>
        await tx.Db.ExecuteAsync(
            "UPDATE sign_ins SET count = count + 1, last_at = @p1 WHERE sign_in_id = @p0", [id, tx.Now.ToUnixTimeMilliseconds()], ct) > 0;

    private static void Add(WriteScope tx, string id, Person? person, string address, SignInMethod method, SignInOutcome outcome)
    {
        tx.Db.Add(new SignInEntry { SignInId = id, At = tx.Now, LastAt = tx.Now, PersonId = person?.Id, Address = address, Method = method, Outcome = outcome });
        var (stream, by) = person is null
            ? (string.Create(CultureInfo.InvariantCulture, $"sign-ins/{tx.Now:yyyy-MM-dd}"), Actor.Job("sign-in"))
            : (PersonEvents.StreamOf(person.Id), Desk.UsePersonLink.ActorOf(person));
        if (outcome == SignInOutcome.SignedIn) tx.Journal(stream, PersonEvents.SignedIn, by, new { method }, personal: new { address });
        else if (outcome != SignInOutcome.CodeAsked) tx.Journal(stream, PersonEvents.Refused, by, new { method, outcome }, personal: new { address });
    }

    private static string IdOf(DateTimeOffset hour, string? personId, string address, SignInMethod method, SignInOutcome outcome)
    {
        var common = SHA256.HashData(Encoding.UTF8.GetBytes($"{personId}\n{address}\n{method}\n{outcome}"));
        return string.Create(CultureInfo.InvariantCulture, $"{hour:yyyyMMddHH}-{Convert.ToHexStringLower(common.AsSpan(0, 16))}");
    }
}
