namespace PagoConsole.Tests.Sandbox;

public sealed class ShopperTrafficTests
{
    private static readonly string[] Traffic = ["Demo:Enabled=true", "Demo:OrdersPerMinute=60"];

    [Fact]
    public async Task Shoppers_PlaceSignedInOrders_AndPayThem()
    {
        await using var console = await FakeConsole.StartAsync();
        await using var sandbox = await SandboxHost.StartAsync(console.Url, settings: Traffic);

        var first = (await console.WaitAsync(() => console.At("/api/v1/orders"), 1, seconds: 4))[0];
        Assert.Equal("Bearer demo-marketplace-key", first.Headers["Authorization"]);
        Assert.Equal("MP-10001", first.Json.GetProperty("orderId").GetString());
        Assert.Contains(console.At("/api/v1/logins"), login =>
            login.Json.GetProperty("accountId").GetString() == first.Json.GetProperty("account").GetProperty("id").GetString());

        // The console would now ask for a code; the buyer then pays it and the seller ships.
        var id = await sandbox.Gateway.NewAsync("MP-10001", first.Json.GetProperty("amount").GetDecimal());
        var paid = await console.WaitAsync(() => console.Events(id), 1, seconds: 40);
        Assert.Equal("payment.paid", paid[0].Json.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Shoppers_WaitForTheConsole_AndPlaceNothingTwiceWithOtherContent()
    {
        await using var console = await FakeConsole.StartAsync();
        var down = true;
        console.Answer = heard => heard.Path switch
        {
            "/health/ready" when down => (503, null),
            "/api/v1/orders" when console.At("/api/v1/orders").Count <= 2 => (500, null),
            _ => (200, null),
        };
        await using var sandbox = await SandboxHost.StartAsync(console.Url, settings: Traffic);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.Empty(console.At("/api/v1/orders"));

        down = false;
        await console.WaitAsync(() => console.At("/api/v1/orders"), 5);
        var first = console.At("/api/v1/orders").Where(heard => heard.Json.GetProperty("orderId").GetString() == "MP-10001").ToList();
        Assert.True(first.Count >= 2);
        Assert.Single(first.Select(heard => heard.Body).Distinct());
        Assert.Equal("demo-MP-10001", first[0].Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task Shoppers_AfterARestart_GoOnCounting_AndSkipNumbersTheConsoleKnows()
    {
        var folder = SandboxHost.NewFolder();
        await using var console = await FakeConsole.StartAsync();
        await using (await SandboxHost.StartAsync(console.Url, folder, settings: Traffic))
            await console.WaitAsync(() => console.At("/api/v1/orders"), 2);

        var known = console.At("/api/v1/orders").Select(heard => heard.Json.GetProperty("orderId").GetString()).ToHashSet();
        console.Answer = heard => heard.Path == "/api/v1/orders" && heard.Json.GetProperty("orderId").GetString() == "MP-10003" ? (409, null) : (200, null);
        await using (await SandboxHost.StartAsync(console.Url, folder, settings: Traffic))
            await console.WaitAsync(() => [.. console.At("/api/v1/orders").Where(heard => !known.Contains(heard.Json.GetProperty("orderId").GetString()))], 2);

        Assert.Contains(console.At("/api/v1/orders"), heard => heard.Json.GetProperty("orderId").GetString() == "MP-10004");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Shoppers_OfANewFile_CatchUpWithAnOldConsole()
    {
        await using var console = await FakeConsole.StartAsync();
        console.Answer = heard => heard.Path == "/api/v1/orders" && NumberOf(heard) <= 500 ? (409, null) : (200, null);
        await using var sandbox = await SandboxHost.StartAsync(console.Url, settings: Traffic);

        await console.WaitAsync(() => [.. console.At("/api/v1/orders").Where(heard => NumberOf(heard) > 500)], 2, seconds: 30);

        Assert.InRange(console.At("/api/v1/orders").Count, 3, 40);
    }

    private static int NumberOf(Heard order) =>
        int.Parse(order.Json.GetProperty("orderId").GetString()![3..], System.Globalization.CultureInfo.InvariantCulture) - 10_000;
}
