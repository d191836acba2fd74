using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Alarms;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Alarms.Delivery;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Alarms;

public sealed class AlarmDeliveryTestsOnSqlite() : AlarmDeliveryTests(StorageProvider.Sqlite);

public sealed class AlarmDeliveryTestsOnPostgres() : AlarmDeliveryTests(StorageProvider.Postgres);

/// <summary>Alarms leave the console by real SMTP and real HTTP, each once.</summary>
public abstract class AlarmDeliveryTests(StorageProvider provider) : StoreTest(provider)
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly Actor Admin = new(
        ActorKind.Person, "ada", "ada", new HashSet<Permission> { Permission.ManageJobs, Permission.AcknowledgeAlarms });

    private readonly SmtpListener mail = new();
    private AlarmListener? webhook;

    private AlarmListener Webhook => webhook ?? throw new InvalidOperationException("It listens only while a test runs.");

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Alarms:Mail:Host"] = "127.0.0.1",
        ["Alarms:Mail:Port"] = $"{mail.Port}",
        ["Alarms:Mail:Tls"] = "false",
        ["Alarms:Mail:From"] = "console@example.pe",
        ["Alarms:Mail:To:0"] = "ops@example.pe",
        ["Alarms:Mail:To:1"] = "risk@example.pe",
        ["Alarms:Mail:Language"] = "en",
        ["Alarms:Webhook:Url"] = webhook?.Url,
        ["Alarms:Webhook:Secret"] = Secret,
    };

    public override async ValueTask InitializeAsync()
    {
        webhook = await AlarmListener.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await mail.DisposeAsync();
        await Webhook.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task New_alarms_go_out_in_one_letter_and_once()
    {
        await RaiseAsync(AlarmKind.CallbackParked, "marketplace");
        await RaiseAsync(AlarmKind.GatewaySignatureRefused, "pagoefectivo");

        Assert.Equal("sent=2", await RunAsync("alarm-mail"));
        Assert.Equal("", await RunAsync("alarm-mail"));

        var letter = Assert.Single(mail.Letters);
        Assert.Contains("PagoEfectivo does not accept our signature", letter, StringComparison.Ordinal);
        Assert.Contains("Messages to the marketplace were put aside", letter, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<ops@example.pe>", mail.Heard);
        Assert.Contains("RCPT TO:<risk@example.pe>", mail.Heard);

        await RaiseAsync(AlarmKind.CallbackParked, "marketplace"); // counts up, is no new alarm
        Assert.Equal("", await RunAsync("alarm-mail"));
    }

    [Fact]
    public async Task Each_alarm_is_posted_under_its_id_and_can_be_verified()
    {
        await RaiseAsync(AlarmKind.ReceiptParked, "receipt 7");

        Assert.Equal("sent=1", await RunAsync("alarm-webhook"));
        Assert.Equal("", await RunAsync("alarm-webhook"));

        var (id, timestamp, signature, body) = Assert.Single(Webhook.Received);
        Assert.True(Signatures.CallbackIsGenuine(Secret, id, timestamp, body, signature));
        var data = JsonElement.Parse(body).GetProperty("data");
        Assert.Equal((id, "ReceiptParked", "Critical"), (data.GetProperty("id").GetString(), data.GetProperty("kind").GetString(), data.GetProperty("severity").GetString()));
    }

    [Fact]
    public async Task A_channel_that_fails_waits_longer_each_time_and_holds_the_other_one_not_up()
    {
        Webhook.Status = 500;
        await RaiseAsync(AlarmKind.ReceiptParked, "receipt 7");

        Assert.Equal("InvalidOperationException: The alarm webhook answered 500", await RunAsync("alarm-webhook"));
        Assert.Equal("sent=1", await RunAsync("alarm-mail"));
        Assert.Equal("InvalidOperationException: The alarm webhook answered 500", await RunAsync("alarm-webhook")); // a minute later
        Assert.Equal("The alarm webhook answered 500", await RunAsync("alarm-webhook")); // not tried: two minutes have not passed
        Webhook.Status = 204;
        Assert.Equal("sent=1", await RunAsync("alarm-webhook"));

        Assert.Equal(3, Webhook.Received.Count);
        Assert.Single(Webhook.Received.Select(r => r.Id).Distinct());
    }

    [Fact]
    public async Task A_refused_letter_is_told_without_what_the_server_said()
    {
        mail.Refuses = true;
        await RaiseAsync(AlarmKind.ReceiptParked, "receipt 7");

        var error = await RunAsync("alarm-mail");

        Assert.StartsWith("InvalidOperationException: The mail server did not take the letter", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_told_of_what_somebody_took_note_of_or_of_what_is_old()
    {
        await RaiseAsync(AlarmKind.CallbackParked, "old");
        Time.Advance(TimeSpan.FromDays(4));
        await RaiseAsync(AlarmKind.CallbackParked, "marketplace");
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        var id = (await db.Set<Alarm>().SingleAsync(a => a.Subject == "marketplace", Ct)).AlarmId;
        Assert.True((await Get<AcknowledgeAlarm>().RunAsync(id, Admin, Ct)).Done);

        Assert.Equal("", await RunAsync("alarm-mail"));
        Assert.Empty(mail.Letters);
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<SelfAddress>().AddLocalization().AddSingleton<IAlarmLetters, AlarmLetters>();
        services.AddJournal().AddOrders().AddOutbox().AddAlarms().AddAlarmDelivery().AddJobRunner();
    }

    private Task RaiseAsync(AlarmKind kind, string subject) =>
        Get<Writes>().DoAsync(tx => tx.AlarmAsync(kind, subject, Actor.Job("test"), Ct), Ct);

    /// <summary>Runs a job a minute later, and gives what it came to: counts or an error.</summary>
    private async Task<string?> RunAsync(string key)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var result = Assert.Single(await Get<JobRunner>().RunAsync(key, Ct));
        if (result is { Failure: null, Outcome.Trouble: null }) return result.Outcome?.Counts;
        await using var db = await Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);
        return (await db.Set<JobRun>().Where(r => r.JobKey == key).OrderByDescending(r => r.ScheduledFor).FirstAsync(Ct)).Error;
    }
}
