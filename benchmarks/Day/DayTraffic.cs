using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PagoConsole.Benchmarks.Day;

/// <summary>The marketplace and its buyers: whoever is not answered tries again, as they would.</summary>
internal sealed class DayTraffic(DayPlan plan, Uri console, Uri sandbox) : IDisposable
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(300);
    private readonly HttpClient marketplace = Client(console);
    private readonly HttpClient counter = Client(sandbox);
    private readonly SemaphoreSlim places = new(48);

    /// <summary>Orders that were answered with 200 or 201.</summary>
    public ConcurrentDictionary<string, bool> Taken { get; } = new();

    /// <summary>By how much business time the last of the buyers came late, because the machine is slower than the clock.</summary>
    public TimeSpan Lag { get; private set; }

    public async Task RunAsync(IReadOnlyList<Buyer> buyers, DayClock clock, DateTimeOffset start, CancellationToken ct)
    {
        marketplace.DefaultRequestHeaders.Authorization = new("Bearer", "demo-marketplace-key");
        await Task.WhenAll(buyers.Select(buyer => LiveAsync(buyer, clock, start, ct)));
    }

    public async Task FaultsAsync(DayFaults faults, bool unavailable, CancellationToken ct)
    {
        using var answer = await counter.PutAsJsonAsync("/sandbox/faults", new
        {
            faults.DropWebhooks,
            faults.DuplicateWebhooks,
            faults.ReorderWebhooks,
            faults.ErrorRate,
            faults.TimeoutRate,
            unavailable,
            plan.Seed,
        }, ct);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        marketplace.Dispose();
        counter.Dispose();
        places.Dispose();
    }

    private async Task LiveAsync(Buyer buyer, DayClock clock, DateTimeOffset start, CancellationToken ct)
    {
        await clock.UntilAsync(start + buyer.At, ct);
        var order = OrderOf(buyer, start);
        await UntilAsync(() => SendAsync(marketplace, "/api/v1/orders", order, ct), code => code is HttpStatusCode.OK or HttpStatusCode.Created, ct);
        Taken[buyer.OrderId] = true;
        if (clock.Now - start - buyer.At is var late && late > Lag) Lag = late;
        var end = clock.Now + TimeSpan.FromHours(plan.VoucherHours);
        await clock.UntilAsync(buyer.Kind == BuyerKind.PaysLate ? end + buyer.After : clock.Now + buyer.After, ct);
        switch (buyer.Kind)
        {
            case BuyerKind.Pays or BuyerKind.PaysLate:
                await PayAsync(buyer, [], clock, end, ct);
                break;
            case BuyerKind.PaysShort:
                await PayAsync(buyer, new JsonObject { ["amount"] = buyer.Amount - 1 }, clock, end, ct);
                break;
            case BuyerKind.PaysInDollars:
                await PayAsync(buyer, new JsonObject { ["currency"] = "USD" }, clock, end, ct);
                break;
            case BuyerKind.PaysTwice:
                await PayAsync(buyer, [], clock, end, ct);
                await PayAsync(buyer, [], clock, end, ct);
                break;
            case BuyerKind.CallsOff:
                await UntilAsync(
                    () => SendAsync(marketplace, $"/api/v1/orders/{buyer.OrderId}/cancel", [], ct), code => code is HttpStatusCode.OK or HttpStatusCode.Conflict, ct);
                break;
            case BuyerKind.Forgets:
                break;
        }
    }

    // Who has no code yet comes back; who gets none before its time is over gives up.
    private Task PayAsync(Buyer buyer, JsonObject how, DayClock clock, DateTimeOffset end, CancellationToken ct) =>
        UntilAsync(() => SendAsync(counter, $"/sandbox/payments/{buyer.OrderId}/pay", how, ct), code => code == HttpStatusCode.OK || clock.Now > end, ct);

    private async Task<HttpStatusCode?> SendAsync(HttpClient to, string path, JsonObject body, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            using var answer = await to.PostAsJsonAsync(path, body, ct);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null; // killed under the request
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return null; // no answer in time
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task UntilAsync(Func<Task<HttpStatusCode?>> send, Func<HttpStatusCode?, bool> done, CancellationToken ct)
    {
        while (!done(await send())) await Task.Delay(TryAgain, ct);
    }

    private static JsonObject OrderOf(Buyer buyer, DateTimeOffset start)
    {
        var n = buyer.Number;
        return new JsonObject
        {
            ["orderId"] = buyer.OrderId,
            ["amount"] = buyer.Amount,
            ["currency"] = "PEN",
            ["returnUrl"] = "https://shop.example/thanks",
            ["ip"] = $"190.{232 + (n / 65536 % 8)}.{n / 256 % 256}.{n % 256}",
            ["account"] = new JsonObject
            {
                ["id"] = $"u-{n}",
                ["createdAt"] = (buyer.Held ? start.AddHours(-3) : start.AddYears(-2)).ToString("O"),
                ["email"] = $"ana.{n}@example.pe",
                ["phone"] = $"+519{n * 104_729L % 100_000_000:D8}",
                ["fullName"] = "Ana Quispe",
            },
            ["items"] = new JsonArray(new JsonObject
            {
                ["sku"] = "BOOK-1",
                ["title"] = "Tradiciones peruanas",
                ["category"] = "books",
                ["quantity"] = 1,
                ["unitPrice"] = buyer.Amount,
            }),
        };
    }

    private static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
}
