using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>
/// Keeps a login at the marketplace for the rules, and flags its account at once when it is suspicious. The login itself is a look-up's fact, not
/// an event of ours, so the journal tells only of the flag.
/// </summary>
public sealed class RecordLogin
{
    private readonly Writes writes;
    private readonly LoginWatch watch;

    internal RecordLogin(Writes writes, LoginWatch watch)
    {
        this.writes = writes;
        this.watch = watch;
    }

    /// <summary>How far a login may lie in the future: clocks differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Keeps it; the same again adds nothing.</summary>
    public Task<Result<Unit>> RunAsync(LoginContent login, Actor by, CancellationToken ct) =>
        writes.ShareAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ApiEventsWrite)) return RefusalCode.NotAllowed;
                if (login.At > tx.Now + Skew) return new Refusal(RefusalCode.Invalid, "at", "lies in the future");
                await tx.LockNamesAsync([AccountEvents.StreamOf(login.AccountId)], ct);
                var added = await tx.Db.ExecuteAsync(
                    "INSERT INTO logins (account_id, at, ip, device, success) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT DO NOTHING",
                    [login.AccountId, login.At.ToUnixTimeMilliseconds(), login.Ip, login.Device, login.Success],
                    ct);
                if (added > 0) await watch.LookAsync(tx, login.AccountId, login.At, by, ct);
                return default(Unit);
            },
            ct);
}
