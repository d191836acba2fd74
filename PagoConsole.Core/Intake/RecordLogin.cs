using PagoConsole.Core.Foundation;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Intake;

/// <summary>Keeps a login at the marketplace for the rules. It is a look-up's fact, not an event of ours, so the journal does not tell of it.</summary>
public sealed class RecordLogin(Writes writes)
{
    /// <summary>How far a login may lie in the future: clocks differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Keeps it; the same again adds nothing.</summary>
    public Task<Result<Unit>> RunAsync(LoginContent login, Actor by, CancellationToken ct) =>
        writes.RunAsync<Unit>(
            async tx =>
            {
                if (!by.May(Permission.ApiEventsWrite)) return RefusalCode.NotAllowed;
                if (login.At > tx.Now + Skew) return new Refusal(RefusalCode.Invalid, "at", "lies in the future");
                await tx.Db.ExecuteAsync(
                    "INSERT INTO logins (account_id, at, ip, device, success) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT DO NOTHING",
                    [login.AccountId, login.At.ToUnixTimeMilliseconds(), login.Ip, login.Device, login.Success],
                    ct);
                return default(Unit);
            },
            ct);
}
