using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Core.Risk.Places;
using PagoConsole.Core.Risk.Rules;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>Flags an account at once when a login of it is suspicious, by the settings of <c>remote-login</c>.</summary>
internal sealed class LoginWatch(ActiveRules active, PlaceFinder places)
{
    /// <summary>Looks at a login that was just recorded in this transaction.</summary>
    public async Task LookAsync(WriteScope tx, string accountId, DateTimeOffset at, Actor by, CancellationToken ct)
    {
        var (_, rules) = await active.ReadAsync(tx.Db, ct);
        if (rules.Set.Rules.FirstOrDefault(e => e.Rule == "remote-login" && e.Mode != RuleMode.Off) is not { } entry) return;
        var settings = RemoteLogin.SuspicionsOf(entry.SettingsAs<RemoteLoginSettings>());
        var subject = OrderSubject.OfAccount(accountId, at);
        await using var history = new StoredHistory(tx.Db, places);
        var logins = await history.LoginsAsync(subject, Span.Before(subject, SuspiciousLogins.Known), ct);
        foreach (var suspicion in LoginSuspicions.Find(logins, at.AddMilliseconds(-1), at, settings)) await FlagAsync(tx, accountId, suspicion, by, ct);
    }

    private static async Task FlagAsync(WriteScope tx, string accountId, LoginSuspicion suspicion, Actor by, CancellationToken ct)
    {
        var id = Ids.New("flg", tx.Now);
        var detail = JsonSerializer.Serialize(suspicion with { Ip = "", Device = "" }, RuleSet.Json);
        var added = await tx.Db.ExecuteAsync(
            """
            INSERT INTO account_flags (flag_id, account_id, kind, at, detail, raised_at) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
            ON CONFLICT (account_id, at, kind) DO NOTHING
            """,
            [id, accountId, suspicion.Kind.ToString(), suspicion.At.ToUnixTimeMilliseconds(), detail, tx.Now.ToUnixTimeMilliseconds()],
            ct);
        if (added > 0) tx.Journal(AccountEvents.StreamOf(accountId), AccountEvents.Flagged, by, new { flagId = id, suspicion.Kind, suspicion.At });
    }
}
