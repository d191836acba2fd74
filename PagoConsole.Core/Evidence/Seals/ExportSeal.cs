using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Seals;

/// <summary>
/// Hands a day's seal out, to be kept where nobody who can change this database can change it: what was signed, the signature, the public
/// key, and every leaf.
/// </summary>
public sealed class ExportSeal(IDbContextFactory<PagoDb> contexts, Writes writes)
{
    /// <summary>Finds the day; journalled, since it is told when and by whom a seal was taken along.</summary>
    public async Task<Result<SealedDay>> RunAsync(DateOnly day, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.SeeSeals)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await SealBook.OfAsync(db, day, ct) is not { } found) return RefusalCode.NotFound;
        await writes.DoAsync(
            tx =>
            {
                tx.Journal(SealEvents.Stream, SealEvents.Exported, by, new { day });
                return Task.CompletedTask;
            },
            ct);
        return found;
    }

    /// <summary>Writes the files as a ZIP: <c>seal.json</c> (the statement), <c>seal.sig</c>, <c>key.pem</c>, <c>leaves.tsv</c> and the given explanation.</summary>
    public async Task WriteAsync(SealedDay day, string explanation, Stream into, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        await FileAsync(zip, "seal.json", day.Seal.Statement, ct);
        await FileAsync(zip, "seal.sig", day.Seal.Signature, ct);
        if (day.Pem is not null) await FileAsync(zip, "key.pem", Encoding.UTF8.GetBytes(day.Pem), ct);
        await FileAsync(zip, "README.txt", Encoding.UTF8.GetBytes(explanation), ct);
        await using var leaves = new StreamWriter(await zip.CreateEntry("leaves.tsv").OpenAsync(ct), new UTF8Encoding(false)) { NewLine = "\n" };
        await leaves.WriteLineAsync($"0\tprevious\t{Convert.ToHexStringLower(day.Seal.PreviousRoot)}\t".AsMemory(), ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var leaf in SealBook.LeavesAsync(db, day.Seal.Day, ct))
            await leaves.WriteLineAsync(FormattableString.Invariant($"{leaf.Number}\t{leaf.Position}\t{Convert.ToHexStringLower(leaf.HeadHash)}\t{leaf.Stream}").AsMemory(), ct);
    }

    private static async Task FileAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var file = await zip.CreateEntry(name).OpenAsync(ct);
        await file.WriteAsync(content, ct);
    }
}
