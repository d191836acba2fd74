using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Review;

namespace PagoConsole.Tests.Intake;

public sealed class SqliteNoteTests() : NoteTests(StorageProvider.Sqlite);

public sealed class PostgresNoteTests() : NoteTests(StorageProvider.Postgres);

/// <summary>Disputes, labels, answers to questions and logins: kept, without changing an order's state.</summary>
public abstract class NoteTests(StorageProvider provider) : OrdersInStates(provider)
{
    private DisputeContent NeverCame => new("It never came", Time.GetUtcNow(), Time.GetUtcNow().AddDays(7), 129.90m);

    private LoginContent Login => new("u-1", "190.235.12.7", "fp-1", Time.GetUtcNow(), true);

    [Theory]
    [InlineData(OrderStatus.InReview, false)]
    [InlineData(OrderStatus.AwaitingPayment, false)]
    [InlineData(OrderStatus.Rejected, false)]
    [InlineData(OrderStatus.Expired, false)]
    [InlineData(OrderStatus.Cancelled, false)]
    [InlineData(OrderStatus.Paid, true)]
    [InlineData(OrderStatus.PaidLate, true)]
    [InlineData(OrderStatus.Shipped, true)]
    [InlineData(OrderStatus.Delivered, true)]
    [InlineData(OrderStatus.RefundRequested, true)]
    [InlineData(OrderStatus.Refunded, true)]
    public async Task Only_what_brought_money_can_be_disputed(OrderStatus status, bool possible)
    {
        var orderId = await InStateAsync(status);

        var result = await DisputeAsync(orderId, NeverCame);

        Assert.Equal(possible, result.Done);
        if (!possible) Assert.Equal(RefusalCode.NotPossibleInThisState, result.Refusal!.Code);
        Assert.Equal(status, await StatusAsync(orderId));
    }

    [Fact]
    public async Task The_same_dispute_is_one_and_another_is_a_second()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        await DisputeAsync(orderId, NeverCame);
        await DisputeAsync(orderId, NeverCame);
        await DisputeAsync(orderId, NeverCame with { Amount = null });
        await DisputeAsync(orderId, NeverCame with { Reason = "It was broken" });

        Assert.Equal(3, (await AllAsync<Dispute>()).Count);
        var entries = await JournalAsync(orderId);
        Assert.Equal([OrderEvents.Disputed, OrderEvents.Disputed, OrderEvents.Disputed], entries.Select(e => e.Kind));
        Assert.All(entries, entry => Assert.DoesNotContain("broken", entry.Data, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_latest_label_holds_and_the_earlier_ones_stay()
    {
        var orderId = await InStateAsync(OrderStatus.Expired);

        await LabelAsync(orderId, fraud: true);
        await LabelAsync(orderId, fraud: true);
        await LabelAsync(orderId, fraud: false);
        await LabelAsync(orderId, fraud: true);

        Assert.Equal([true, false, true], (await AllAsync<OrderLabel>()).OrderBy(l => l.Id).Select(l => l.Fraud));
        Assert.Equal(3, (await JournalAsync(orderId)).Count);
    }

    [Fact]
    public async Task An_answer_is_taken_while_a_question_is_open()
    {
        var orderId = await InStateAsync(OrderStatus.InReview);
        Assert.Equal(RefusalCode.NoInformationRequested, (await AnswerAsync(orderId, "A copy of the document")).Refusal!.Code);
        await AskAsync(orderId);

        Assert.True((await AnswerAsync(orderId, "A copy of the document")).Done);
        Assert.True((await AnswerAsync(orderId, "A copy of the document")).Done);
        Assert.Equal(RefusalCode.NoInformationRequested, (await AnswerAsync(orderId, "Something else")).Refusal!.Code);

        Assert.Equal("A copy of the document", Assert.Single(await AllAsync<InformationAnswer>()).Text);
        Assert.Equal("{}", Assert.Single(await JournalAsync(orderId)).Data);
    }

    [Fact]
    public async Task A_login_told_twice_is_there_once()
    {
        foreach (var login in (LoginContent[])[Login, Login, Login with { Success = false }, Login with { Device = "fp-2" }])
            Assert.True((await Get<RecordLogin>().RunAsync(login, Marketplace, Ct)).Done);

        Assert.Equal(3, (await AllAsync<Login>()).Count);
        Assert.Equal(Login.At, (await AllAsync<Login>())[0].At);
    }

    [Fact]
    public async Task A_login_from_the_future_is_refused()
    {
        Assert.True((await Get<RecordLogin>().RunAsync(Login with { At = Time.GetUtcNow().AddMinutes(5) }, Marketplace, Ct)).Done);
        Assert.Equal("at", (await Get<RecordLogin>().RunAsync(Login with { At = Time.GetUtcNow().AddMinutes(6) }, Marketplace, Ct)).Refusal!.Field);
    }

    [Fact]
    public async Task Each_asks_for_its_scope()
    {
        var orderId = await InStateAsync(OrderStatus.Paid);

        Assert.Equal(RefusalCode.NotAllowed, (await Get<OpenDispute>().RunAsync(orderId, NeverCame, Reader, "req_1", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<LabelOrder>().RunAsync(orderId, true, "desk", Reader, "req_1", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<AnswerInformation>().RunAsync(orderId, "text", Reader, "req_1", Ct)).Refusal!.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<RecordLogin>().RunAsync(Login, Reader, Ct)).Refusal!.Code);
    }

    private Task<Result<OrderDocument>> DisputeAsync(string orderId, DisputeContent content) =>
        Get<OpenDispute>().RunAsync(orderId, content, Marketplace, "req_1", Ct);

    private Task<Result<OrderDocument>> LabelAsync(string orderId, bool fraud) => Get<LabelOrder>().RunAsync(orderId, fraud, "desk", Marketplace, "req_1", Ct);

    private Task<Result<OrderDocument>> AnswerAsync(string orderId, string text) => Get<AnswerInformation>().RunAsync(orderId, text, Marketplace, "req_1", Ct);

    // Asking is for a reviewer's page; what matters here is that a question is open.
    private Task AskAsync(string orderId) => Get<Writes>().DoAsync(
        tx =>
        {
            var held = HeldOrder.Case(tx.Now, orderId);
            Assert.Null(held.Ask("Who is this?", Actor.Job("test"), tx.Now));
            tx.Db.Add(held);
            return Task.CompletedTask;
        },
        Ct);
}
