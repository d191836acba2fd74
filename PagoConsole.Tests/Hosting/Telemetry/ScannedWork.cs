using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Reconciliation;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Matching;
using PagoConsole.Core.Reconciliation.Reports;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.Telemetry;

/// <summary>What colleagues do with the scanned buyer's orders, with the buyer's data in everything that they write.</summary>
internal sealed class ScannedWork(RunningHost host, ScannedBuyer buyer)
{
    private const string ReportHeader = "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id\n";

    private static readonly Actor Marta = Of("Marta");
    private readonly PagoClient marketplace = new(() => host.Http.BaseAddress!, ScannedBuyer.ApiKey);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An order that waits for a person.</summary>
    public string Held { get; private set; } = "";

    /// <summary>A case of finance on which somebody wrote.</summary>
    public string MoneyCase { get; private set; } = "";

    /// <summary>A difference on which somebody wrote.</summary>
    public string Difference { get; private set; } = "";

    /// <summary>An entry of a list that names the buyer.</summary>
    public string ListEntry { get; private set; } = "";

    /// <summary>What the buyer's side disputes.</summary>
    public string Dispute { get; private set; } = "";

    /// <summary>A case against money laundering.</summary>
    public string AmlCase { get; private set; } = "";

    public async Task RunAsync(string paidId)
    {
        await EvidenceAsync(paidId);
        await ReviewAsync();
        await ListsAsync();
        await MoneyAsync();
        await ReconcileAsync();
        Done(await Get<UnmaskOrder>().RunAsync(paidId, buyer.Words, Marta, Ct));
        Done(await Get<ExportPerson>().RunAsync(SoughtBy.Document, buyer.Document, buyer.Words, Marta, null, Ct));
        Assert.Single(Done(await Get<ExportPerson>().RunAsync(SoughtBy.Email, "lead@demo.pe", buyer.Words, Marta, null, Ct)).Colleague);
        Assert.True(Done(await Get<ExportPerson>().RunAsync(SoughtBy.Phone, buyer.Phone, buyer.Words, Marta, null, Ct)).Orders.Count > 2);
    }

    private async Task EvidenceAsync(string paidId)
    {
        (await marketplace.ActAsync(paidId, "dispute", new JsonObject { ["reason"] = buyer.Words, ["openedAt"] = Get<TimeProvider>().GetUtcNow() })).Expect(200);
        AmlCase = Done(await Get<OpenAmlCase>().RunAsync(new AmlSuspicion(AmlOrigin.Order, null, paidId, [AmlReason.OutOfProfile], buyer.Words), Marta, Ct)).CaseId;
        await using var db = await OpenAsync();
        Dispute = (await db.Set<Dispute>().AsNoTracking().FirstAsync(d => d.OrderId == paidId, Ct)).DisputeId;
    }

    private async Task ReviewAsync()
    {
        Held = PagoClient.Id(await marketplace.PlacedAsync(buyer.Order(held: true)));
        Done(await Get<ClaimCase>().RunAsync(Held, Marta, Ct));
        Done(await Get<AskMarketplace>().RunAsync(Held, buyer.Words, Marta, Ct));
        (await marketplace.ActAsync(Held, "information", new JsonObject { ["text"] = buyer.Words })).Expect(200);
        Done(await Get<EscalateCase>().RunAsync(Held, buyer.Words, Marta, Ct));
        var decided = PagoClient.Id(await marketplace.PlacedAsync(buyer.Order(held: true)));
        Done(await Get<ClaimCase>().RunAsync(decided, Marta, Ct));
        Done(await Get<DecideCase>().RunAsync(decided, new Verdict(ReviewDecision.Approve, null, buyer.Words, CaseConsequences.None), Marta, Ct));
    }

    private async Task ListsAsync()
    {
        foreach (var (kind, value) in ((ListedKind, string)[])[(ListedKind.Phone, buyer.Phone), (ListedKind.Document, $"DNI {buyer.Document}"), (ListedKind.Address, buyer.Street), (ListedKind.IpRange, buyer.Ip)])
            ListEntry = Done(await Get<AddToList>().RunAsync(ListEffect.Review, kind, value, buyer.Words, null, Marta, Ct)).EntryId;
    }

    private async Task MoneyAsync()
    {
        await using var db = await OpenAsync();
        var waiting = await db.Set<MoneyCase>().AsNoTracking().Where(c => c.State == MoneyCaseState.Open).ToListAsync(Ct);
        var payee = new Payee(buyer.FullName, PayeeDocument.DNI, buyer.Document, "BCP", "00219100123456789012", PayeeCheck.CalledBack);
        foreach (var open in waiting)
        {
            var paidOut = await Get<SettleMoneyCase>().RunAsync(open.CaseId, new MoneyDecision(MoneyChoice.OutOfBand, buyer.Words, payee), Marta, Ct);
            if (paidOut.Done || (await Get<SettleMoneyCase>().RunAsync(open.CaseId, new MoneyDecision(MoneyChoice.Keep, buyer.Words), Marta, Ct)).Done) MoneyCase = open.CaseId;
        }

        Assert.NotEmpty(MoneyCase);
        Done(await Get<TakeBankCredits>().EnterAsync(new CreditEntry(Today, Money.Of(10m, Currency.Pen), $"abono {buyer.FullName}"), Marta, Ct));
    }

    private async Task ReconcileAsync()
    {
        using var csv = new MemoryStream(Encoding.UTF8.GetBytes(ReportHeader));
        Done(await Get<TakeInReport>().RunAsync(new NewReport(Today, ReportSource.Upload, 0, "report.csv"), csv, Marta, Ct));
        Done(await Get<ReconcileDay>().RunAsync(Today, Marta, Ct));
        await using var db = await OpenAsync();
        Difference = (await db.Set<Difference>().AsNoTracking().FirstAsync(Ct)).DifferenceId;
        Done(await Get<DecideDifference>().RunAsync(Difference, new DifferenceDecision(DifferenceState.Explained, buyer.Words), Marta, Ct));
    }

    private DateOnly Today => Lima.DayOf(Get<TimeProvider>().GetUtcNow());

    private static Actor Of(string name) => new(ActorKind.Person, name, name, Enum.GetValues<Permission>().ToHashSet());

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    private Task<PagoDb> OpenAsync() => Get<IDbContextFactory<PagoDb>>().CreateDbContextAsync(Ct);

    private static T Done<T>(Result<T> result)
    {
        Assert.True(result.Done, result.Refusal?.ToString());
        return result.Value;
    }
}
