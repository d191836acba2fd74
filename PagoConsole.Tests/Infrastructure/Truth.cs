using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>What really happened: on PagoEfectivo's side as the sandbox keeps it, on ours as it lies in the file.</summary>
internal static class Truth
{
    /// <summary>Every payment that PagoEfectivo has for an order.</summary>
    public static async Task<IReadOnlyList<PaymentTruth>> PaymentsAsync(ConsoleProcess console, string orderId)
    {
        var answer = (await Http.GetAsync(new Uri(console.Address, $"/sandbox/payments?orderId={Uri.EscapeDataString(orderId)}"))).Expect(200);
        return [.. answer.Json.AsArray().Select(payment => new PaymentTruth(payment!))];
    }

    /// <summary>How many calls to PagoEfectivo about an order have no fate yet.</summary>
    public static Task<long> OpenCommandsAsync(ConsoleProcess console, string orderId) =>
        CountAsync(console, "SELECT count(*) FROM gateway_commands WHERE state = 'Waiting' AND order_id = @id", ("@id", orderId));

    /// <summary>A figure from our own file, read beside the process that serves or after its death.</summary>
    public static async Task<long> CountAsync(ConsoleProcess console, string sql, params (string Name, object Value)[] parameters)
    {
        await using DbConnection connection = console.PostgresConnectionString is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = console.DatabasePath, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

/// <summary>One payment as PagoEfectivo knows it.</summary>
internal sealed record PaymentTruth(JsonNode View)
{
    public string Id => View.Text("id")!;

    public string Status => View.Text("status")!;

    public IReadOnlyList<decimal> Refunds =>
        [.. View.At("money")!.AsArray().Where(money => money.Text("kind") == "Refund").Select(money => decimal.Parse(money.Text("amount")!, CultureInfo.InvariantCulture))];
}
