using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>Kinds of journal entries about accounts.</summary>
public static class AccountEvents
{
    /// <summary>Something about it is suspicious.</summary>
    public const string Flagged = "account.flagged";

    /// <summary>A person cleared a flag.</summary>
    public const string FlagCleared = "account.flag_cleared";

    /// <summary>A person took a device off it.</summary>
    public const string DeviceUnbound = "account.device_unbound";

    /// <summary>The stream of an account.</summary>
    public static string StreamOf(string accountId) => $"account/{accountId}";
}

/// <summary>Clears a flag of an account, with a note that says why.</summary>
public sealed class ClearFlag(Writes writes)
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 500;

    /// <summary>Clears it; a second time changes nothing.</summary>
    public Task<Result<AccountFlag>> RunAsync(string flagId, string note, Actor by, CancellationToken ct) =>
        writes.RunAsync<AccountFlag>(
            async tx =>
            {
                if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (note.Length > LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                if (await tx.LockAsync<AccountFlag>(flagId, ct) is not { } flag) return RefusalCode.NotFound;
                if (flag.ClearedAt is not null) return flag;
                flag.Clear(by.Name, note.Trim(), tx.Now);
                tx.Journal(AccountEvents.StreamOf(flag.AccountId), AccountEvents.FlagCleared, by, new { flag.FlagId, flag.Kind }, null, new { note = flag.ClearedNote });
                return flag;
            },
            ct);
}

/// <summary>Takes a device off an account: what happened on it before binds it no more.</summary>
public sealed class UnbindDevice(Writes writes)
{
    /// <summary>Takes it off.</summary>
    public Task<Result<DeviceUnbinding>> RunAsync(string accountId, byte[] deviceHash, Actor by, CancellationToken ct) =>
        writes.RunAsync<DeviceUnbinding>(
            async tx =>
            {
                if (!by.May(Permission.DecideCases)) return RefusalCode.NotAllowed;
                if (deviceHash.Length != 16) return new Refusal(RefusalCode.Invalid, "device");
                await tx.LockNamesAsync([AccountEvents.StreamOf(accountId)], ct);
                var there = await tx.Db.Set<DeviceUnbinding>().SingleOrDefaultAsync(u => u.AccountId == accountId && u.DeviceHash == deviceHash && u.At == tx.Now, ct);
                if (there is not null) return there;
                var unbinding = new DeviceUnbinding { AccountId = accountId, DeviceHash = deviceHash, At = tx.Now, By = by.Name };
                tx.Db.Add(unbinding);
                tx.Journal(AccountEvents.StreamOf(accountId), AccountEvents.DeviceUnbound, by, new { device = Convert.ToHexStringLower(deviceHash) });
                return unbinding;
            },
            ct);
}
