using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Storage;

/// <summary>Another process writes and does not stop: whoever waits is told so in time.</summary>
public sealed class BusyStoreTests() : StoreTest(StorageProvider.Sqlite)
{
    [Fact]
    public async Task A_store_that_stays_busy_is_an_outage_within_the_time_for_an_answer()
    {
        await using var other = new SqliteConnection(Get<PagoDbFactory>().ConnectionString);
        await other.OpenAsync(Ct);
        await using var begun = new SqliteCommand("BEGIN IMMEDIATE", other);
        await begun.ExecuteNonQueryAsync(Ct);
        var started = Stopwatch.GetTimestamp();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Get<Writes>().DoAsync(_ => Task.CompletedTask, Ct));

        Assert.True(StoreOutage.Is(failure), failure.ToString());
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_writer_of_another_process_that_ends_soon_is_waited_for()
    {
        await using var other = new SqliteConnection(Get<PagoDbFactory>().ConnectionString);
        await other.OpenAsync(Ct);
        await using var begun = new SqliteCommand("BEGIN IMMEDIATE", other);
        await begun.ExecuteNonQueryAsync(Ct);

        var waiting = Task.Run(() => Get<Writes>().DoAsync(_ => Task.CompletedTask, Ct), Ct);
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        await using var ended = new SqliteCommand("COMMIT", other);
        await ended.ExecuteNonQueryAsync(Ct);

        await waiting;
    }
}
