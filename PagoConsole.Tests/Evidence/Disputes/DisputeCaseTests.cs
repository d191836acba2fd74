using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.People;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Intake;

namespace PagoConsole.Tests.Evidence.Disputes;

public sealed class SqliteDisputeCaseTests() : DisputeCaseTests(StorageProvider.Sqlite);

public sealed class PostgresDisputeCaseTests() : DisputeCaseTests(StorageProvider.Postgres);

/// <summary>The case around a dispute, from opening to outcome.</summary>
public abstract class DisputeCaseTests(StorageProvider provider) : OrdersInStates(provider)
{
    private static Actor Ana { get; } = Of(Role.Analyst);

    private static Actor Auditor { get; } = Of(Role.Auditor);

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddAlarms().AddDisputes();
    }

    [Fact]
    public async Task One_without_a_date_gets_the_usual_one_and_people_who_work_on_disputes_may_open_it()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        Assert.Equal(RefusalCode.NotAllowed, (await OpenAsync(orderId, "It never came", Auditor)).Refusal!.Code);
        Assert.True((await OpenAsync(orderId, "It never came", Ana)).Done);

        var row = Assert.Single((await ListAsync(DisputesView.Open)).Rows);
        Assert.Equal((Time.GetUtcNow().AddDays(7), (DisputeReason?)null, 129.90m), (row.AnswerBy, row.Code, row.Amount.Amount));
    }

    [Fact]
    public async Task It_is_taken_classified_proved_handed_in_and_won_and_the_label_is_taken_back()
    {
        var (orderId, id) = await DisputedAsync();
        var actions = Get<DisputeActions>();

        Assert.True((await actions.Assign.RunAsync(id, true, Ana, Ct)).Done);
        Assert.True((await actions.Classify.RunAsync(id, DisputeReason.NotReceived, Ana, Ct)).Done);
        Assert.True((await Get<TickProof>().RunAsync(id, ProofItem.Communication, "Chat of 3 Nov", Ana, Ct)).Done);
        Assert.True((await Get<AttachToDispute>().RunAsync(id, null, new ProofUpload("chat.pdf", "%PDF-1.7 chat"u8.ToArray()), Ana, Ct)).Done);
        Assert.Equal(RefusalCode.FileNotAccepted, (await Get<AttachToDispute>().RunAsync(id, null, new ProofUpload("chat.pdf", "<html>"u8.ToArray()), Ana, Ct)).Refusal!.Code);
        Assert.Equal("packSha256", (await actions.HandIn.RunAsync(id, "abc", null, Ana, Ct)).Refusal!.Field);
        Assert.True((await actions.HandIn.RunAsync(id, new string('A', 64), null, Ana, Ct)).Done);
        Assert.True((await actions.Close.RunAsync(id, new DisputeOutcome(DisputeState.Won, null, "They agreed"), Ana, Ct)).Done);

        var view = (await Get<DisputeCaseFile>().ReadAsync(id, Ana, Ct)).Value;
        Assert.Equal((DisputeState.Won, new string('a', 64), "person:Analyst", 0L), (view.Row.State, view.PackSha256, view.Row.Owner, view.Row.ToBuyer!.Value.Minor));
        Assert.Contains(view.Proof, line => line is { Item: ProofItem.Communication, State: ProofState.Ticked, Ticked.Note: "Chat of 3 Nov" });
        Assert.Equal(["They agreed"], view.Timeline.Where(e => e.Entry.Kind == DisputeEvents.Closed).Select(e => e.Note));
        Assert.Equal((false, LabelSource.Dispute), await HoldsAsync(orderId));
        Assert.Contains(await JournalAsync(orderId), e => e.Kind == OrderEvents.Labelled);
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await actions.Classify.RunAsync(id, DisputeReason.Other, Ana, Ct)).Refusal!.Code);
    }

    [Fact]
    public async Task While_another_dispute_stands_the_order_counts_as_fraud_and_reopening_says_so_again()
    {
        var (orderId, id) = await DisputedAsync();
        Assert.True((await OpenAsync(orderId, "And it was broken", Ana)).Done);
        await CloseAsync(id, DisputeState.Won);
        Assert.Equal((true, LabelSource.Dispute), await HoldsAsync(orderId));

        await CloseAsync((await ListAsync(DisputesView.Open)).Rows.Single().DisputeId, DisputeState.Withdrawn);
        Assert.Equal((false, LabelSource.Dispute), await HoldsAsync(orderId));
        Assert.True((await Get<ReopenDispute>().RunAsync(id, "The bank wrote again", Ana, Ct)).Done);

        Assert.Equal((true, LabelSource.Dispute), await HoldsAsync(orderId));
    }

    [Fact]
    public async Task What_goes_to_the_buyer_is_all_of_it_or_a_part_never_more()
    {
        var (_, id) = await DisputedAsync();

        Assert.Equal("amount", (await Get<CloseDispute>().RunAsync(id, new DisputeOutcome(DisputeState.Lost, 5000m, "x"), Ana, Ct)).Refusal!.Field);
        Assert.Equal(RefusalCode.NoteNeeded, (await Get<CloseDispute>().RunAsync(id, new DisputeOutcome(DisputeState.Lost, null, " "), Ana, Ct)).Refusal!.Code);
        await CloseAsync(id, DisputeState.Lost);

        var figures = (await Get<DisputeBoard>().ReadAsync(Auditor, Ct)).Value;
        Assert.Equal((0d, 129.90m), (figures.WinRate, figures.Months.Single().ToBuyer.Single().Amount));
        Assert.Equal(1, (await ListAsync(DisputesView.Lost)).Counts[DisputesView.Lost]);
    }

    [Fact]
    public async Task An_alarm_comes_before_the_date_and_at_it_and_goes_when_proof_is_handed_in()
    {
        var (_, id) = await DisputedAsync();
        Assert.Equal(0, await WarnAsync());
        Time.Advance(TimeSpan.FromDays(5.5));
        Assert.Equal(1, await WarnAsync());
        Assert.Equal(0, await WarnAsync());
        Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(1, await WarnAsync());

        var alarm = Assert.Single(await Get<AlarmList>().ReadAsync(Ana, Ct));
        Assert.Equal((AlarmKind.DisputeDue, id, 2), (alarm.Kind, alarm.Subject, alarm.Times));
        Assert.True((await Get<HandInProof>().RunAsync(id, null, "By e-mail", Ana, Ct)).Done);
        Assert.Empty(await Get<AlarmList>().ReadAsync(Ana, Ct));
    }

    [Fact]
    public async Task Who_may_not_see_personal_data_sees_no_words_and_takes_no_files()
    {
        var (_, id) = await DisputedAsync();
        Assert.True((await Get<TickProof>().RunAsync(id, ProofItem.Terms, "Ana Quispe signed", Ana, Ct)).Done);
        await Get<AttachToDispute>().RunAsync(id, null, new ProofUpload("x.pdf", "%PDF-1.7"u8.ToArray()), Ana, Ct);

        var view = (await Get<DisputeCaseFile>().ReadAsync(id, Auditor, Ct)).Value;

        Assert.Null(view.Reason);
        Assert.All(view.Proof, line => Assert.Equal("", line.Ticked?.Note ?? ""));
        Assert.All(view.Timeline, entry => Assert.Null(entry.Note));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeDisputeFile>().RunAsync(view.Files[0].FileId, Auditor, Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ClassifyDispute>().RunAsync(id, DisputeReason.Other, Auditor, Ct)).Refusal!.Code);
    }

    private async Task<(string OrderId, string DisputeId)> DisputedAsync()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);
        Assert.True((await OpenAsync(orderId, "It never came", Marketplace)).Done);
        return (orderId, (await ReadAsync(db => db.Set<Dispute>().Select(d => d.DisputeId).SingleAsync(Ct))));
    }

    private Task<Result<OrderDocument>> OpenAsync(string orderId, string reason, Actor by) =>
        Get<OpenDispute>().RunAsync(orderId, new DisputeContent(reason, Time.GetUtcNow(), null, null), by, "req_1", Ct);

    private async Task CloseAsync(string id, DisputeState outcome) =>
        Assert.True((await Get<CloseDispute>().RunAsync(id, new DisputeOutcome(outcome, null, "Decided"), Ana, Ct)).Done);

    private async Task<DisputeRows> ListAsync(DisputesView view) => (await Get<DisputeList>().ReadAsync(new DisputeFilter(view), null, Auditor, Ct)).Value;

    private Task<int> WarnAsync() => Get<WarnOfDisputes>().RunAsync(Time.GetUtcNow(), Ct);

    private async Task<(bool?, LabelSource?)> HoldsAsync(string orderId)
    {
        var order = await ReadAsync(db => db.Set<Order>().AsNoTracking().SingleAsync(o => o.OrderId == orderId, Ct));
        return (order.Fraud, order.FraudSource);
    }

    private static Actor Of(Role role) => new(ActorKind.Person, role.ToString(), role.ToString(), RolePermissions.Of(role));
}
