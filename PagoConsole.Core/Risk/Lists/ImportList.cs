using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Lists;

/// <summary>What would come of a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="There">Whether it stands on the list already, with the same end.</param>
public sealed record ImportLine(ListFileLine Line, bool There)
{
    /// <summary>Whether it would be added.</summary>
    public bool New => Line.Fault is null && !There;
}

/// <summary>What would come of a file.</summary>
/// <param name="Lines">Every line of it.</param>
public sealed record ImportPreview(IReadOnlyList<ImportLine> Lines)
{
    /// <summary>How many would be added.</summary>
    public int Added { get; } = Lines.Count(line => line.New);

    /// <summary>How many stand there already.</summary>
    public int There { get; } = Lines.Count(line => line.There);

    /// <summary>Those that cannot be taken.</summary>
    public IReadOnlyList<ListFileLine> Faulty { get; } = [.. Lines.Where(line => line.Line.Fault is not null).Select(line => line.Line)];
}

/// <summary>Puts the lines of a file on the lists: first one looks at what would come of it, then it is done in the background.</summary>
public sealed class ImportList : IDisposable
{
    private const int LooksAtOnce = 500;
    private const int AddsAtOnce = 50;
    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly Writes writes;
    private readonly TimeProvider time;
    private readonly BatchRuns runs = new();

    /// <summary>Makes it.</summary>
    public ImportList(IDbContextFactory<PagoDb> contexts, Writes writes, TimeProvider time) => (this.contexts, this.writes, this.time) = (contexts, writes, time);

    /// <summary>What would come of a file; nothing is changed.</summary>
    /// <returns>Refused with the name of a <see cref="ListFileFault"/> as field where nothing of it can be taken.</returns>
    public async Task<Result<ImportPreview>> PreviewAsync(byte[] content, Actor by, CancellationToken ct)
    {
        if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
        var now = time.GetUtcNow();
        var (lines, fault) = ListFile.Read(content, now);
        if (fault is { } whole) return new Refusal(RefusalCode.Invalid, whole.ToString());
        var there = new HashSet<(ListEffect, ListedKind, string, DateTimeOffset?)>();
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var part in lines.Select(line => line.Content).OfType<ListedLine>().Chunk(LooksAtOnce))
        {
            var hashes = part.Select(line => ListKeys.HashOf(line.Kind, line.Value)).ToList();
            var entries = await db.Set<ListEntry>().AsNoTracking().Where(e => hashes.Contains(e.ValueHash) && e.RemovedAt == null).ToListAsync(ct);
            foreach (var entry in entries.Where(entry => entry.HoldsAt(now))) there.Add((entry.Effect, entry.Kind, entry.Value, entry.ExpiresAt));
        }

        return new ImportPreview([.. lines.Select(line => new ImportLine(line, line.Content is { } content && there.Contains(content.Key)))]);
    }

    /// <summary>A person's import that is at work, or was last; null if there is none.</summary>
    public BatchRun? Of(Actor person) => runs.Of(person);

    /// <summary>Forgets a person's last import, unless it is at work.</summary>
    public void Forget(Actor person) => runs.Forget(person);

    /// <summary>Puts all lines of a file that are without fault on the lists; those that stand there already stay as they are.</summary>
    public Result<BatchRun> Start(ImportPreview preview, Actor by)
    {
        if (!by.May(Permission.ChangeRules)) return RefusalCode.NotAllowed;
        var lines = preview.Lines.Select(line => line.Line.Content).OfType<ListedLine>().ToList();
        return runs.Start(by, lines.Count, run => ImportAsync(lines, preview.Faulty.Count, run, by));
    }

    /// <inheritdoc/>
    public void Dispose() => runs.Dispose();

    private async Task ImportAsync(IReadOnlyList<ListedLine> lines, int faulty, BatchRun run, Actor by)
    {
        foreach (var part in lines.Chunk(AddsAtOnce))
        {
            if (run.Stopping.IsCancellationRequested) break;
            run.Advance(part.Length, await writes.DoAsync(tx => PutAsync(tx, part, by), CancellationToken.None));
        }

        await writes.DoAsync(
            tx =>
            {
                tx.Journal(ListEvents.Stream, ListEvents.Imported, by, new { lines = lines.Count + faulty, added = run.Did, there = run.Seen - run.Did, faulty, stopped = run.Seen < lines.Count });
                return Task.CompletedTask;
            },
            CancellationToken.None);
    }

    // Between the look and this, a colleague may have added or an end may have come.
    private static async Task<int> PutAsync(WriteScope tx, IReadOnlyList<ListedLine> lines, Actor by)
    {
        await tx.LockNamesAsync(lines.Select(line => PutOnList.NameOf(line.Kind, line.Value)), CancellationToken.None); // all at once: two files never wait crosswise
        var added = 0;
        foreach (var line in lines.Where(line => !(line.ExpiresAt <= tx.Now)))
        {
            var entry = await tx.PutOnListAsync(line.Effect, line.Kind, line.Value, line.Reason, line.ExpiresAt, by, CancellationToken.None);
            if (tx.Db.Entry(entry).State == EntityState.Added) added++;
        }

        return added;
    }
}
