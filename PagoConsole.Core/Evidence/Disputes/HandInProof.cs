using System.Text.RegularExpressions;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Records that proof was handed in, and which evidence pack it was: the SHA-256 of its manifest says so for ever.</summary>
public sealed partial class HandInProof(Writes writes)
{
    /// <summary>Records it.</summary>
    /// <param name="disputeId">The dispute.</param>
    /// <param name="packSha256">SHA-256 of the pack's manifest, 64 hexadecimal digits; null where none was handed in.</param>
    /// <param name="note">To whom, and how; may be empty.</param>
    /// <param name="by">Who did.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Dispute>> RunAsync(string disputeId, string? packSha256, string? note, Actor by, CancellationToken ct) => DisputeOnDesk.WorkAsync(
        writes, disputeId, by,
        async (tx, desk) =>
        {
            var pack = string.IsNullOrWhiteSpace(packSha256) ? null : packSha256.Trim().ToLowerInvariant();
            if (pack is not null && !Sha256().IsMatch(pack)) return new Refusal(RefusalCode.Invalid, "packSha256");
            if (pack is null && string.IsNullOrWhiteSpace(note)) return new Refusal(RefusalCode.NoteNeeded, "note");
            if (note?.Length > DisputeOnDesk.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
            if (desk.Dispute.HandIn(pack, tx.Now) is { } refusal) return refusal;
            await tx.ClearAlarmAsync(AlarmKind.DisputeDue, disputeId, by, ct);
            desk.Say(tx, DisputeEvents.HandedIn, by, new { disputeId, manifestSha256 = pack }, note);
            return null;
        },
        ct);

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
