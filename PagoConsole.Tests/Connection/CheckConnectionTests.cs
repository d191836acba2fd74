using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.PagoEfectivo;

namespace PagoConsole.Tests.Connection;

/// <summary>The whole check over real HTTP: PagoEfectivo and the marketplace are told what to answer, the door is the real one.</summary>
public sealed class CheckConnectionTests() : StoreTest(StorageProvider.Sqlite)
{
    private const string Secret = "s3cr3t-of-the-check";
    private static readonly Actor Admin = new(ActorKind.Person, "ada", "ada", new HashSet<Permission> { Permission.ManageJobs });
    private FakeGateway gateway = null!;
    private FakeGateway outside = null!;
    private string networks = "127.0.0.0/8";
    private string? baseUrl;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["PagoEfectivo:Environment"] = "Sandbox",
        ["PagoEfectivo:BaseUrl"] = baseUrl ?? gateway.Address,
        ["PagoEfectivo:ClientId"] = "client-7",
        ["PagoEfectivo:SecretKey"] = Secret,
        ["PagoEfectivo:WebhookSecrets:0"] = "hook-secret",
        ["PagoEfectivo:AllowedNetworks:0"] = networks,
        ["PagoEfectivo:TimeoutSeconds"] = "3",
        ["PublicUrl"] = outside.Address,
        ["Marketplace:CallbackUrl"] = outside.Address + "/callbacks?token=hush",
    };

    public override async ValueTask InitializeAsync()
    {
        gateway = await FakeGateway.StartAsync();
        outside = await FakeGateway.StartAsync();
        gateway.Answer = (context, _) => AnswerAsync(context, 404, 4004);
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await gateway.DisposeAsync();
        await outside.DisposeAsync();
    }

    [Fact]
    public async Task All_is_well()
    {
        await using var node = await StartAsync();

        var found = await CheckAsync(node);

        Assert.Equal(Enum.GetValues<ConnectionStep>(), found.Select(result => result.Step));
        Assert.Equal(ConnectionFinding.AddressReached, Of(found, ConnectionStep.Address).Finding);
        var keys = Of(found, ConnectionStep.Keys);
        Assert.Equal((ConnectionFinding.KeysAccepted, 404, 4004, "req_err"), (keys.Finding, keys.Status, keys.Code, keys.RequestId));
        Assert.Equal(ConnectionFinding.ClockRight, Of(found, ConnectionStep.Clock).Finding);
        Assert.Equal(ConnectionFinding.DoorWorks, Of(found, ConnectionStep.Door).Finding);
        Assert.Equal(ConnectionFinding.NoWebhookYet, Of(found, ConnectionStep.LastWebhook).Finding);
        Assert.Equal(ConnectionFinding.CallbackTaken, Of(found, ConnectionStep.Callback).Finding);
        Assert.DoesNotContain(found, result => result.State is ConnectionState.Bad or ConnectionState.Warning);
        var asked = Assert.Single(gateway.Received);
        Assert.Equal(("GET", "client-7"), (asked.Method, asked.Header("X-Client-Id")));
        Assert.StartsWith("/api/v1/payment/check_", asked.Target, StringComparison.Ordinal);
        Assert.Equal(
            Core.PagoEfectivo.Rest.RestSignature.Of(Secret, long.Parse(asked.Header("X-Timestamp")!, CultureInfo.InvariantCulture), "GET", asked.Target, []),
            asked.Header("X-Signature"));
        await using var db = await node.GetRequiredService<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var receipt = await db.Set<Receipt>().SingleAsync(Ct);
        Assert.Equal((DeliveryVerdict.UnknownType, "connection.check"), (receipt.Verdict, receipt.Type));
        Assert.Contains(await db.Set<JournalEntry>().ToListAsync(Ct), entry => entry is { Kind: CheckConnection.Checked, Actor: "person:ada" });
    }

    [Theory]
    [InlineData(401, 4001, ConnectionFinding.AddressReached, ConnectionFinding.KeysRefused)]
    [InlineData(403, 4003, ConnectionFinding.AddressRefused, ConnectionFinding.NotTried)]
    [InlineData(503, 5030, ConnectionFinding.AddressReached, ConnectionFinding.GatewayBusy)]
    [InlineData(429, 4029, ConnectionFinding.AddressReached, ConnectionFinding.GatewayBusy)]
    [InlineData(400, 4000, ConnectionFinding.AddressReached, ConnectionFinding.AnswerStrange)]
    public async Task What_PagoEfectivo_answers_says_what_is_wrong(int status, int code, object address, object keys)
    {
        gateway.Answer = (context, _) => AnswerAsync(context, status, code);
        await using var node = await StartAsync();

        var found = await CheckAsync(node);

        Assert.Equal((address, keys), (Of(found, ConnectionStep.Address).Finding, Of(found, ConnectionStep.Keys).Finding));
        Assert.Single(gateway.Received);
    }

    [Fact]
    public async Task Something_else_at_the_address_is_told_from_PagoEfectivo()
    {
        gateway.Answer = (context, _) => FakeGateway.Json(context, 404, "<html>no such page</html>");
        await using var node = await StartAsync();

        Assert.Equal(ConnectionFinding.AnswerStrange, Of(await CheckAsync(node), ConnectionStep.Keys).Finding);
    }

    [Theory]
    [InlineData(-45, ConnectionFinding.ClockOff)]
    [InlineData(400, ConnectionFinding.ClockWrong)]
    public async Task A_clock_that_is_off_is_measured(int seconds, object finding)
    {
        gateway.Answer = (context, _) => AnswerAsync(context, 404, 4004, seconds);
        await using var node = await StartAsync();

        var clock = Of(await CheckAsync(node), ConnectionStep.Clock);

        Assert.Equal(finding, clock.Finding);
        Assert.InRange((double)clock.Details[0], seconds - 3, seconds + 1);
    }

    [Fact]
    public async Task Nobody_at_the_address_says_nothing_of_keys_and_clock()
    {
        baseUrl = "http://127.0.0.1:1";
        await using var node = await StartAsync();

        var found = await CheckAsync(node);

        Assert.Equal(
            (ConnectionFinding.NoConnection, ConnectionFinding.NotTried, ConnectionFinding.NotTried),
            (Of(found, ConnectionStep.Address).Finding, Of(found, ConnectionStep.Keys).Finding, Of(found, ConnectionStep.Clock).Finding));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_not_waited_for_longer_than_a_call()
    {
        gateway.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        await using var node = await StartAsync();

        Assert.Equal(ConnectionFinding.NoAnswer, Of(await CheckAsync(node), ConnectionStep.Address).Finding);
    }

    [Theory]
    [InlineData(90, ConnectionFinding.CertificateNotTrusted)]
    [InlineData(-2, ConnectionFinding.CertificateEnded)]
    public async Task A_certificate_is_read_even_where_it_is_not_trusted(int days, object finding)
    {
        using var certificate = CertificateUntil(Time.GetUtcNow().AddDays(days));
        await using var secure = await FakeGateway.StartAsync(certificate: certificate);
        baseUrl = secure.Address;
        await using var node = await StartAsync();

        var found = await CheckAsync(node);

        Assert.Equal((finding, ConnectionFinding.NotSecure), (Of(found, ConnectionStep.GatewayCertificate).Finding, Of(found, ConnectionStep.Address).Finding));
        Assert.Contains(DateOnly.FromDateTime(Time.GetUtcNow().AddDays(days).UtcDateTime), Of(found, ConnectionStep.GatewayCertificate).Details);
        Assert.Empty(secure.Received);
    }

    [Fact]
    public async Task A_door_that_lets_only_PagoEfectivo_in_is_reached_all_the_same()
    {
        networks = "203.0.113.0/24";
        await using var node = await StartAsync();

        Assert.Equal(ConnectionFinding.DoorReached, Of(await CheckAsync(node), ConnectionStep.Door).Finding);
    }

    [Fact]
    public async Task A_proxy_that_changes_the_body_or_answers_itself_is_found_out()
    {
        await using var node = await StartAsync();
        var door = node.GetRequiredService<WebhookDoor>();
        outside.Answer = (context, n) => KnockAsync(context, door, outside.Received[n - 1].Body + " ", outside.Received[n - 1].Header("X-Signature"));
        Assert.Equal(ConnectionFinding.DoorSignatureLost, Of(await CheckAsync(node), ConnectionStep.Door).Finding);

        outside.Answer = (context, _) => FakeGateway.Json(context, 502, "bad gateway");
        var found = await CheckAsync(node);
        Assert.Equal((ConnectionFinding.DoorStrange, ConnectionFinding.CallbackNotTaken), (Of(found, ConnectionStep.Door).Finding, Of(found, ConnectionStep.Callback).Finding));
    }

    [Fact]
    public async Task It_is_for_admins()
    {
        await using var node = await StartAsync();
        var auditor = Admin with { Permissions = new HashSet<Permission> { Permission.SeeMoney } };

        var refused = await node.GetRequiredService<CheckConnection>().RunAsync(_ => Task.CompletedTask, auditor, Ct);

        Assert.Equal(RefusalCode.NotAllowed, refused.Refusal?.Code);
        Assert.Empty(gateway.Received);
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<SelfAddress>();
        services.AddJournal().AddAlarms().AddOrders().AddOutbox().AddRisk().AddReview().AddPagoEfectivo().AddPayments().AddWebhooks().AddCallbackDesk().AddConnectionCheck();
        services.AddSettings<MarketplaceOptions>(MarketplaceOptions.Section);
    }

    /// <summary>A console whose door answers at the public address, and whose receipts are processed.</summary>
    private async Task<ServiceProvider> StartAsync()
    {
        var node = Build();
        node.GetRequiredService<SelfAddress>().Set(new Uri(outside.Address));
        var door = node.GetRequiredService<WebhookDoor>();
        outside.Answer = (context, n) => context.Request.Path == "/webhook/pagoefectivo"
            ? KnockAsync(context, door, outside.Received[n - 1].Body, outside.Received[n - 1].Header("X-Signature"))
            : FakeGateway.Json(context, 200, "{}");
        await node.GetRequiredService<ReceiptWriter>().StartAsync(Ct);
        await node.GetServices<IHostedService>().OfType<ProcessReceipts>().Single().StartAsync(Ct);
        return node;
    }

    private static async Task KnockAsync(HttpContext context, WebhookDoor door, string body, string? signature)
    {
        var answer = await door.ReceiveAsync(new Knock(IPAddress.Loopback, Encoding.UTF8.GetBytes(body), false, signature, "{}"));
        await FakeGateway.Json(context, answer.Status, JsonSerializer.Serialize(new { code = answer.Code }));
    }

    private Task AnswerAsync(HttpContext context, int status, int code, int ahead = 0)
    {
        context.Response.Headers.Date = Time.GetUtcNow().AddSeconds(ahead).ToString("R", CultureInfo.InvariantCulture);
        return FakeGateway.Error(context, status, code);
    }

    private static async Task<IReadOnlyList<ConnectionResult>> CheckAsync(IServiceProvider node)
    {
        var told = new List<ConnectionResult>();
        var found = await node.GetRequiredService<CheckConnection>().RunAsync(
            result =>
            {
                told.Add(result);
                return Task.CompletedTask;
            },
            Admin,
            Ct);
        Assert.Equal(found.Value, told);
        return told;
    }

    private static ConnectionResult Of(IReadOnlyList<ConnectionResult> found, ConnectionStep step) => found.Single(result => result.Step == step);

    private static X509Certificate2 CertificateUntil(DateTimeOffset end)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(end.AddYears(-1), end);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
