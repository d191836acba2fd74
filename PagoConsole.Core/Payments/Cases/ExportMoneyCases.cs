using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>Kinds of journal entries about money cases that left as a file.</summary>
public static class MoneyFileEvents
{
    /// <summary>Somebody took the list of money cases as a file.</summary>
    public const string Exported = "money.cases_exported";

    /// <summary>The stream of a day.</summary>
    public static string StreamOf(DateTimeOffset now) => $"money/{Lima.DayOf(now):yyyy-MM-dd}";
}

/// <summary>Lets somebody take the money cases of a filter as a file: it is journalled before the first row leaves.</summary>
public sealed class ExportMoneyCases
{
    private readonly Writes writes;
    private readonly MoneyQueue queue;

    internal ExportMoneyCases(Writes writes, MoneyQueue queue)
    {
        this.writes = writes;
        this.queue = queue;
    }

    /// <summary>Journals it and gives the rows.</summary>
    public async Task<Result<MoneyExport>> RunAsync(MoneyFilter filter, Actor by, CancellationToken ct)
    {
        var done = await writes.RunAsync<Unit>(
            tx =>
            {
                if (!by.May(Permission.SeeMoney)) return Task.FromResult<Result<Unit>>(RefusalCode.NotAllowed);
                tx.Journal(MoneyFileEvents.StreamOf(tx.Now), MoneyFileEvents.Exported, by, new { filter.View, ofKind = filter.Kind, filter.Age });
                return Task.FromResult<Result<Unit>>(default(Unit));
            },
            ct);
        return done.Refusal is { } refusal ? refusal : new MoneyExport(queue.AllAsync(filter, by, ct));
    }
}

/// <summary>The rows of an export.</summary>
/// <param name="Rows">The cases.</param>
public sealed record MoneyExport(IAsyncEnumerable<MoneyRow> Rows);
