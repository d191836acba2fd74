using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Storage;

public sealed class StoreOutageTests
{
    private const int Busy = 5, Constraint = 19, Full = 13;

    [Fact]
    public void A_store_that_cannot_be_reached_is_an_outage_however_it_is_wrapped()
    {
        var unreachable = new NpgsqlException("no connection", new SocketException());

        Assert.True(StoreOutage.Is(unreachable));
        Assert.True(StoreOutage.Is(new DbUpdateException("save", unreachable)));
        Assert.True(StoreOutage.Is(new InvalidOperationException("transient", new DbUpdateException("save", unreachable))));
        Assert.True(StoreOutage.Is(new SqliteException("disk full", Full)));
        Assert.True(StoreOutage.Is(new SqliteException("busy", Busy)));
    }

    [Fact]
    public void A_bug_is_none()
    {
        Assert.False(StoreOutage.Is(null));
        Assert.False(StoreOutage.Is(new InvalidOperationException("bug")));
        Assert.False(StoreOutage.Is(new SqliteException("unique", Constraint)));
        Assert.False(StoreOutage.Is(new PostgresException("unique", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DeadlockDetected)]
    [InlineData(PostgresErrorCodes.SerializationFailure)]
    public void A_deadlock_is_run_again_also_when_it_hit_a_query(string state)
    {
        var deadlock = new PostgresException("again", "ERROR", "ERROR", state);

        Assert.True(Dialect.Postgres.IsRetry(deadlock));
        Assert.True(Dialect.Postgres.IsRetry(new DbUpdateException("save", deadlock)));
        Assert.True(Dialect.Postgres.IsRetry(new InvalidOperationException("transient", deadlock)));
    }
}
