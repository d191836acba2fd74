using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PagoConsole.Benchmarks.Load;

namespace PagoConsole.Benchmarks.Receiving;

/// <summary>
/// Doors as one would write them by hand, each as well as it goes: all of them read the body, check its signature and parse it. Nothing stored;
/// EF Core with a pooled context and one save a request; one prepared INSERT a request.
/// </summary>
internal static class Baselines
{
    public const string Child = "door-baseline-child";
    public const string Hmac = "hmac";
    public const string Ef = "ef";
    public const string Insert = "insert";
    private const string Path = "/webhook/pagoefectivo";
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(LoadRequests.Secret);

    public static async Task RunAsync(string way, string store)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (way == Ef) BaselineDb.AddTo(builder.Services, store);
        if (way == Insert) builder.Services.AddSingleton(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(store) { MaxAutoPrepare = 10 }.ToString()));
        await using var app = builder.Build();
        app.MapGet("/ready", () => "ready");
        switch (way)
        {
            case Hmac:
                app.MapPost(Path, async http => await AnswerAsync(http, await ReadAsync(http) is null ? 401 : 200));
                break;
            case Ef:
                await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<BaselineDb>().Database.EnsureCreatedAsync();
                app.MapPost(Path, SaveAsync);
                break;
            case Insert:
                await PlainInsert.PrepareAsync(app.Services.GetRequiredService<NpgsqlDataSource>());
                app.MapPost(Path, InsertAsync);
                break;
        }

        await app.RunAsync();
    }

    private static async Task SaveAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } row)
        {
            await AnswerAsync(http, 401);
            return;
        }

        var db = http.RequestServices.GetRequiredService<BaselineDb>();
        db.Add(row);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Its event id was here before; random ids never are.
        }

        await AnswerAsync(http, 200);
    }

    private static async Task InsertAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } row)
        {
            await AnswerAsync(http, 401);
            return;
        }

        await PlainInsert.RunAsync(http.RequestServices.GetRequiredService<NpgsqlDataSource>(), row);
        await AnswerAsync(http, 200);
    }

    private static async Task<BaselineReceipt?> ReadAsync(HttpContext http)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        await http.Request.Body.CopyToAsync(new WriterStream(buffer));
        var body = buffer.WrittenSpan.ToArray();
        var given = http.Request.Headers["X-Signature"].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(Secret, body))))) return null;
        using var read = JsonDocument.Parse(body);
        var root = read.RootElement;
        return new BaselineReceipt
        {
            EventId = root.GetProperty("event_id").GetString()!,
            Type = root.GetProperty("type").GetString()!,
            PaymentId = root.GetProperty("data").GetProperty("payment_id").GetString()!,
            ReceivedAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
            Body = body,
            BodyHash = SHA256.HashData(body),
            Headers = JsonSerializer.Serialize(http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString())),
            State = "Waiting",
        };
    }

    private static Task AnswerAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = 17;
        return http.Response.Body.WriteAsync("{\"received\":true}"u8.ToArray()).AsTask();
    }

    private sealed class WriterStream(ArrayBufferWriter<byte> into) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => into.Write(buffer);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            into.Write(buffer.Span);
            return default;
        }
    }
}
