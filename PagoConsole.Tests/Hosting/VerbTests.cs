using Microsoft.Data.Sqlite;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting;

/// <summary>The command line, as a shell sees it.</summary>
public sealed class VerbTests(ServingConsole serving) : IClassFixture<ServingConsole>
{
    private ConsoleProcess Console => serving.Console;

    [Fact]
    public async Task The_journal_is_checked_beside_a_running_console()
    {
        var orderId = PagoClient.Id(await new PagoClient(Console).PlacedAsync());

        var whole = await Console.RunVerbAsync("verify-journal");
        Assert.Equal(0, whole.ExitCode);
        Assert.StartsWith("The journal holds:", whole.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Console.RunVerbAsync("verify-journal", "--order", orderId)).ExitCode);
        Assert.Equal(1, (await Console.RunVerbAsync("verify-journal", "--order", "MP-nobody")).ExitCode);
    }

    [Fact]
    public async Task The_overview_is_counted_anew_beside_a_running_console()
    {
        var recount = await Console.RunVerbAsync("recount");

        Assert.Equal((0, true), (recount.ExitCode, recount.Output.StartsWith("The counts are forgotten.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_changed_in_the_journal_is_named()
    {
        await using var console = await ConsoleProcess.StartAsync();
        (await new PagoClient(console).PlaceAsync(OrderJson.New("MP-changed"))).Expect(201);
        await console.KillAsync();
        await ChangeAsync(console, "UPDATE journal SET data = replace(data, '{', '{ ') WHERE stream = 'order/MP-changed' AND position = 1");

        var broken = await console.RunVerbAsync("verify-journal");

        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("order/MP-changed position 1", broken.Output, StringComparison.Ordinal);
        Assert.Contains("its content does not fit its hash", broken.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("verify-journal", "--order")]
    [InlineData("verify-journal", "MP-1")]
    [InlineData("verify-journal", "--pack", "x.zip")]
    [InlineData("--Storage:Provider")]
    [InlineData("--Demo:Enabled=false", "dance")]
    public async Task Wrong_arguments_end_with_2_and_the_usage_on_standard_error(params string[] arguments)
    {
        var outcome = await Console.RunVerbAsync(arguments);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.Contains("verify-journal [--order ID]", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        var outcome = await Console.RunVerbAsync("--urls", Console.Address.ToString());

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("address already in use", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(ConsoleProcess console, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = console.DatabasePath, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new SqliteCommand(sql, connection);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }
}

/// <summary>A console in a process of its own, for a class.</summary>
public sealed class ServingConsole : IAsyncLifetime
{
    private ConsoleProcess? console;

    internal ConsoleProcess Console => console ?? throw new InvalidOperationException("The console was not started.");

    public async ValueTask InitializeAsync() => console = await ConsoleProcess.StartAsync();

    public ValueTask DisposeAsync() => console?.DisposeAsync() ?? ValueTask.CompletedTask;
}
