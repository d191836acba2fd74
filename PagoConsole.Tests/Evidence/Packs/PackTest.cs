using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Evidence.Packs.Checking;
using PagoConsole.Core.Evidence.Seals;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Evidence.Packs;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Evidence.Packs;

/// <summary>An order that went the whole way, and packs of it.</summary>
public abstract class PackTest(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Lead { get; } = new(ActorKind.Person, "lead", "Lead", RolePermissions.Of(Role.Lead));

    private protected static Actor Auditor { get; } = new(ActorKind.Person, "auditor", "Auditor", RolePermissions.Of(Role.Auditor));

    private protected static Actor Key { get; } = new(ActorKind.ApiKey, "evidence", "evidence", new HashSet<Permission> { Permission.ApiEvidenceRead });

    private protected MakePack Packs => Get<MakePack>();

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddLocalization().AddPackPages().AddSingleton<ISeal, PlainSeal>().AddEvidence().AddSeals();
    }

    /// <summary>Placed, paid, shipped, received and disputed, over two days that are sealed; with a login before.</summary>
    private protected async Task<string> DisputedAsync()
    {
        var content = NewOrder();
        await Get<RecordLogin>().RunAsync(new LoginContent(content.Account.Id, content.Ip, "fp-1", Time.GetUtcNow().AddMinutes(-5), true), LoginKey, Ct);
        var placed = await PlaceAsync(content);
        await SendAsync(Event("payment.paid", placed.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "tx_1"));
        await SettleDownAsync();
        Time.Advance(TimeSpan.FromHours(1));
        Assert.True((await Get<ShipOrder>().RunAsync(placed.OrderId, new ShipmentContent("Olva Courier", "OL-1", Time.GetUtcNow()), Marketplace, "req_1", Ct)).Done);
        Time.Advance(TimeSpan.FromHours(20));
        Assert.True((await Get<DeliverOrder>().RunAsync(placed.OrderId, new DeliveryContent(Time.GetUtcNow(), "Benito Huaman"), Marketplace, "req_1", Ct)).Done);
        Assert.True((await Get<OpenDispute>().RunAsync(placed.OrderId, new DisputeContent("Never came, says Ana Quispe", Time.GetUtcNow(), null, null), Marketplace, "req_1", Ct)).Done);
        await Get<SealDays>().RunAsync(Ct);
        Time.Advance(TimeSpan.FromDays(1));
        await Get<SealDays>().RunAsync(Ct);
        return placed.OrderId;
    }

    private protected async Task<byte[]> PackAsync(string orderId, Actor by, string? reason = null)
    {
        var made = await Packs.RunAsync(new PackRequest(orderId, reason is not null, reason), by, Ct);
        Assert.True(made.Done, made.Refusal?.ToString());
        using var written = new MemoryStream();
        await made.Value.WriteAsync(written, Ct);
        return written.ToArray();
    }

    private protected static Dictionary<string, byte[]> FilesOf(byte[] pack)
    {
        using var zip = new ZipArchive(new MemoryStream(pack), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var read = new MemoryStream();
            content.CopyTo(read);
            return read.ToArray();
        });
    }

    private protected static byte[] ZipOf(IReadOnlyDictionary<string, byte[]> files)
    {
        using var written = new MemoryStream();
        using (var zip = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(content);
            }
        }

        return written.ToArray();
    }

    private protected static PackVerdict Check(byte[] pack) => CheckPack.Run(new MemoryStream(pack));

    private protected static PackVerdict Check(IReadOnlyDictionary<string, byte[]> files) => Check(ZipOf(files));

    private static Actor LoginKey { get; } = new(ActorKind.ApiKey, "logins", "logins", new HashSet<Permission> { Permission.ApiEventsWrite });
}
