using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.PagoEfectivo.Announcements;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.PagoEfectivo;

public sealed class AnnouncementTestsOnSqlite() : AnnouncementTests(StorageProvider.Sqlite);

public sealed class AnnouncementTestsOnPostgres() : AnnouncementTests(StorageProvider.Postgres);

/// <summary>What PagoEfectivo announces of its endpoints, from the header over real HTTP to the alarm.</summary>
public abstract class AnnouncementTests(StorageProvider provider) : StoreTest(provider)
{
    private const string Sunset = "Wed, 31 Mar 2027 23:59:59 GMT";
    private static readonly Actor Admin = new(ActorKind.Person, "ada", "ada", new HashSet<Permission> { Permission.ManageJobs, Permission.AcknowledgeAlarms });
    private FakeGateway gateway = null!;

    protected override Dictionary<string, string?> Settings => new()
    {
        ["PagoEfectivo:BaseUrl"] = gateway.Address + "/base",
        ["PagoEfectivo:ClientId"] = "client-7",
        ["PagoEfectivo:SecretKey"] = "secret",
    };

    public override async ValueTask InitializeAsync()
    {
        gateway = await FakeGateway.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await gateway.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_end_that_is_announced_is_told_once_for_each_endpoint_and_day()
    {
        Announce(Sunset, link: """<https://dev.example.pe/v2>; rel="sunset"; type="text/html", <https://dev.example.pe/>; rel=help""");
        foreach (var id in (string[])["pay_01", "pay_02", "pay_03"]) await Get<IPaymentGateway>().FindAsync(id, Ct);
        await Get<IPaymentGateway>().CreateAsync("{}", "cmd_1", Ct);
        await KeepAsync();

        var alarms = await AlarmsAsync();
        Assert.Equal(
            ["GET /api/v1/payment/{id} · 2027-03-31", "POST /api/v1/payment · 2027-03-31"], alarms.Select(a => a.Subject).Order(StringComparer.Ordinal));
        Assert.All(alarms, alarm => Assert.Equal((AlarmKind.GatewaySunset, Permission.ManageJobs, 1), (alarm.Kind, alarm.Audience, alarm.Times)));
        Assert.All(alarms, alarm => Assert.Equal(["2027-03-31", "https://dev.example.pe/v2"], alarm.Details));

        // Neither after somebody took note of it, nor by another process, is it told again; another day is.
        foreach (var alarm in alarms) Assert.True((await Get<AcknowledgeAlarm>().RunAsync(alarm.AlarmId, Admin, Ct)).Done);
        await using var next = Build();
        await next.GetRequiredService<IPaymentGateway>().FindAsync("pay_04", Ct);
        await KeepAsync(next);
        Assert.Equal(2, (await AlarmsAsync()).Count);
        Announce("Thu, 01 Apr 2027 12:00:00 GMT");
        await Get<IPaymentGateway>().FindAsync("pay_05", Ct);
        await KeepAsync();
        Assert.Equal(3, (await AlarmsAsync()).Count);
        Assert.Equal(3, (await Get<AnnouncementList>().ReadAsync(Admin, Ct)).Value.Count);
    }

    [Fact]
    public async Task A_deprecation_is_another_thing_than_an_end()
    {
        gateway.Answer = (context, _) =>
        {
            context.Response.Headers["Deprecation"] = "@1790000000";
            context.Response.Headers.Link = """<https://dev.example.pe/old>; rel="deprecation" """;
            return FakeGateway.Json(context, 200, Payloads.Paid);
        };
        await Get<IPaymentGateway>().FindAsync("pay_01", Ct);
        await KeepAsync();

        var alarm = Assert.Single(await AlarmsAsync());
        Assert.Equal(AlarmKind.GatewayDeprecation, alarm.Kind);
        Assert.Equal([DateTimeOffset.FromUnixTimeSeconds(1790000000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "https://dev.example.pe/old"], alarm.Details);
    }

    [Fact]
    public async Task Those_who_do_not_manage_jobs_do_not_see_them()
    {
        var nobody = Admin with { Permissions = new HashSet<Permission> { Permission.SeeOrders } };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<AnnouncementList>().ReadAsync(nobody, Ct)).Refusal?.Code);
    }

    protected override void Register(IServiceCollection services) => services.AddJournal().AddAlarms().AddPagoEfectivo();

    private void Announce(string sunset, string? link = null) => gateway.Answer = (context, _) =>
    {
        context.Response.Headers["Sunset"] = sunset;
        if (link is not null) context.Response.Headers.Link = link;
        return FakeGateway.Json(context, 200, Payloads.Paid);
    };

    private Task KeepAsync(IServiceProvider? node = null) =>
        (node?.GetServices<IHostedService>() ?? Get<IEnumerable<IHostedService>>()).OfType<KeepAnnouncements>().Single().WorkAsync(Ct);

    private async Task<List<Alarm>> AlarmsAsync()
    {
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return await db.Set<Alarm>().AsNoTracking().ToListAsync(Ct);
    }
}
