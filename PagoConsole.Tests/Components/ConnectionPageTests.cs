using System.Globalization;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PagoConsole.Admin;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Announcements;
using PagoConsole.Core.Payments;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Layout;
using PagoConsole.Orders;
using PagoConsole.Tests.PagoEfectivo;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Components;

public sealed class ConnectionPageTests : PageTest
{
    private const string Secret = "the-very-secret-key";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private FakeGateway gateway = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["PagoEfectivo:BaseUrl"] = gateway.Address,
        ["PublicUrl"] = "http://127.0.0.1:1",
        ["Marketplace:CallbackUrl"] = "http://127.0.0.1:1/callbacks?token=hush",
    };

    public override async ValueTask InitializeAsync()
    {
        gateway = await FakeGateway.StartAsync();
        gateway.Answer = (context, _) =>
        {
            context.Response.Headers.Date = Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
            return FakeGateway.Error(context, 404, 4004);
        };
        await base.InitializeAsync();
        Context.Services.AddSingleton(Get<IOptionsMonitor<PagoEfectivoOptions>>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Fact]
    public void Each_step_says_what_was_found_and_what_to_do_next()
    {
        var page = Show<ConnectionPage>(Role.Admin, "/admin/connection");
        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll("li.row").Count), Patience);
        Assert.All(page.FindAll("li.row"), row => Assert.Contains("Not checked", row.TextContent, StringComparison.Ordinal));

        page.Press(() => Button(page, "Check now"));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button.support")), Patience);
        Assert.Contains("Client ID and secret key are accepted.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("404 with 4004 is the answer hoped for", page.Markup, StringComparison.Ordinal);
        Assert.Contains("cannot be reached from here", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Check PublicUrl", page.Find("p.advice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Not checked", page.Markup, StringComparison.Ordinal);
        var support = page.Find("button.support").GetAttribute("data-copy")!;
        Assert.Contains("request_id req_err", support, StringComparison.Ordinal);
        Assert.Contains("client id: •••t-7", support, StringComparison.Ordinal);
        Assert.Contains("[Bad] Door", support, StringComparison.Ordinal);
        Assert.All((string[])[Secret, "client-7", "hush", "test-webhook-secret", "whsec_"], hidden => Assert.DoesNotContain(hidden, support + page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_PagoEfectivo_announced_stands_there_with_its_link()
    {
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new KeptAnnouncement
                {
                    Endpoint = "GET /api/v1/report",
                    Kind = AnnouncementKind.Sunset,
                    OnDay = new DateOnly(2027, 3, 31),
                    Link = "https://dev.example.pe/v2",
                    FirstSeenAt = tx.Now,
                });
                return Task.CompletedTask;
            },
            Ct);

        var page = Show<ConnectionPage>(Role.Admin, "/admin/connection");

        page.WaitForAssertion(() => Assert.Contains("Will be switched off", page.Find("tbody tr").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains(new DateOnly(2027, 3, 31).ToString("d", CultureInfo.CurrentCulture), page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal("https://dev.example.pe/v2", page.Find("tbody a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Finance, false)]
    [InlineData(Role.Auditor, false)]
    public void The_rail_leads_there_for_admins(Role role, bool shown)
    {
        var rail = Show<Rail>(role, "/admin/connection");

        rail.WaitForAssertion(() => Assert.NotEmpty(rail.FindAll("a.place")), Patience);
        Assert.Equal(shown, rail.FindAll("a.place").Any(link => link.GetAttribute("href") == "/admin/connection"));
    }

    [Theory]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Finance, false)]
    [InlineData(Role.Auditor, false)]
    public void It_is_for_admins(Role role, bool may)
    {
        var page = Show<ConnectionPage>(role, "/admin/connection");
        page.WaitForAssertion(() => Assert.Equal(may ? 10 : 0, page.FindAll("li.row").Count), Patience);
    }

    [Fact]
    public async Task An_orders_calls_are_copied_for_support()
    {
        var order = await PaidAsync();
        await Get<Writes>().DoAsync(
            tx =>
            {
                tx.Db.Add(new GatewayCallRow
                {
                    OrderId = order.OrderId,
                    Method = "POST",
                    Path = "/api/v1/payment",
                    At = tx.Now,
                    DurationMs = 41,
                    Fault = GatewayFault.Refused,
                    Status = 422,
                    Code = 4002,
                    RequestId = "req_77",
                });
                return Task.CompletedTask;
            },
            Ct);

        var page = Show<OrderDetailPage>(Role.Analyst, $"/orders/{order.OrderId}", ("OrderId", order.OrderId));

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button.support")), Patience);
        var support = page.Find("button.support").GetAttribute("data-copy")!;
        Assert.Contains("2026-11-22T17:00:00.000Z  POST /api/v1/payment  status 422  code 4002  request_id req_77  41 ms  Refused", support, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, support, StringComparison.Ordinal);
    }

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddPagoEfectivo().AddSettings<MarketplaceOptions>(MarketplaceOptions.Section);
        services.AddConnectionCheck();
        services.Configure<PagoEfectivoOptions>(o => (o.ClientId, o.SecretKey) = ("client-7", Secret));
        services.AddSingleton<IPaymentGateway>(s => s.GetRequiredService<FakePago>());
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<PageInFrame<ConnectionPage>> page, string word) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == word);
}
