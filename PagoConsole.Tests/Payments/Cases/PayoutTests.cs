using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Payments.Cases;

public sealed class PayoutTestsOnSqlite() : PayoutTests(StorageProvider.Sqlite);

public sealed class PayoutTestsOnPostgres() : PayoutTests(StorageProvider.Postgres);

/// <summary>Money that goes back outside PagoEfectivo: decided with the buyer's form, made by people, recorded with a proof.</summary>
public abstract class PayoutTests(StorageProvider provider) : MoneyDeskTest(provider)
{
    [Fact]
    public async Task A_transfer_is_decided_made_and_recorded()
    {
        var (order, late) = await LateAsync();
        var waiting = (await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana)).Value;
        Assert.Equal((MoneyCaseState.AwaitingPayout, OrderStatus.RefundRequested), (waiting.State, await StatusAsync(order)));
        await SettleDownAsync();
        Assert.False(Pago.Refunded.ContainsKey(order.Payment!.PaymentId));

        Assert.Equal(MoneyCaseState.Settled, (await PaidOutAsync(late)).Value.State);

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        var refund = await ReadAsync(db => Task.FromResult(db.Set<Refund>().Single()));
        Assert.Equal((RefundRoute.OutOfBand, RefundState.Done, "OP-1", new DateOnly(2026, 11, 22)), (refund.Route, refund.State, refund.Reference, refund.PaidOn));
        var told = await ReadAsync(db => Task.FromResult(db.Set<OutboxMessage>().OrderBy(m => m.Sequence).Last()));
        Assert.Contains("\"route\":\"OutOfBand\"", told.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_stays_out_of_the_chain_and_looking_at_it_is_journalled()
    {
        var (order, late) = await LateAsync();
        await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana);
        await PaidOutAsync(late);

        var entries = await ReadAsync(db => Task.FromResult(db.Set<JournalEntry>().Where(e => e.OrderId == order.OrderId).ToList()));
        Assert.DoesNotContain(entries, e => e.Data.Contains("Quispe", StringComparison.Ordinal) || e.Data.Contains("0021930", StringComparison.Ordinal));
        var file = (await Get<MoneyCaseFile>().ReadAsync(late.CaseId, MoneyPeople.Auditor, Ct)).Value;
        Assert.Equal(("A. Q.", "•••9015"), (file.Payee!.FullName, file.Payee.Account));
        Assert.Equal(RefusalCode.NotAllowed, (await Get<ShowPayee>().RunAsync(late.CaseId, MoneyPeople.Auditor, Ct)).Refusal?.Code);

        Assert.Equal("00219300123456789015", (await Get<ShowPayee>().RunAsync(late.CaseId, Fina, Ct)).Value.Account);
        Assert.Contains(MoneyEvents.PayeeSeen, await JournalAsync(order.OrderId));
    }

    [Fact]
    public async Task A_proof_is_kept_with_its_hash_and_given_to_who_may_see_it()
    {
        var (order, late) = await LateAsync();
        await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana);
        Assert.Equal("proof", (await Get<RecordPayout>().RunAsync(late.CaseId, new(new(2026, 11, 22), "OP-1", null), Fina, Ct)).Refusal?.Field);
        Assert.Equal(RefusalCode.FileNotAccepted, (await PaidOutAsync(late, new("voucher.pdf", "<script>"u8.ToArray()))).Refusal?.Code);
        Assert.Equal("paidOn", (await Get<RecordPayout>().RunAsync(late.CaseId, new(new(2026, 11, 23), "OP-1", Voucher), Fina, Ct)).Refusal?.Field);
        await PaidOutAsync(late);

        var proof = Assert.Single((await Get<MoneyCaseFile>().ReadAsync(late.CaseId, Fina, Ct)).Value.Proofs);

        Assert.Equal(("voucher.pdf", ProofType.Pdf, Convert.ToHexStringLower(Voucher.Hash())), (proof.FileName, proof.Type, proof.Sha256));
        Assert.Equal(Voucher.Content, (await Get<TakeProof>().RunAsync(proof.ProofId, Fina, Ct)).Value.Content);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeProof>().RunAsync(proof.ProofId, MoneyPeople.Auditor, Ct)).Refusal?.Code);
        Assert.Contains(MoneyEvents.ProofTaken, await JournalAsync(order.OrderId));
    }

    [Fact]
    public async Task A_transfer_that_the_bank_sends_back_opens_the_case_again()
    {
        var (order, late) = await LateAsync();
        await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana);

        Assert.Equal(MoneyCaseState.Open, (await Get<FailPayout>().RunAsync(late.CaseId, "No such account", Fina, Ct)).Value.State);

        Assert.Equal(OrderStatus.PaidLate, await StatusAsync(order));
        Assert.Equal(RefusalCode.NotPossibleInThisState, (await PaidOutAsync(late)).Refusal?.Code);
        Assert.True((await DecideAsync(late, MoneyChoice.Refund)).Done);
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
    }

    [Fact]
    public async Task The_second_person_confirms_the_form_of_the_first()
    {
        var (_, late) = await LateAsync(3000m);
        Assert.Equal("payee", (await DecideAsync(late, MoneyChoice.OutOfBand)).Refusal?.Field);
        Assert.Equal("account", (await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana with { Account = "12" })).Refusal?.Field);
        await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana);

        // Another form is another choice.
        var changed = (await DecideAsync(late, MoneyChoice.OutOfBand, Fito, Ana with { Bank = "BBVA" })).Value;
        Assert.Equal((MoneyCaseState.AwaitingSecond, "person:fito"), (changed.State, changed.FirstBy));

        Assert.Equal(MoneyCaseState.AwaitingPayout, (await DecideAsync(late, MoneyChoice.OutOfBand)).Value.State);
        Assert.Equal("BBVA", (await Get<ShowPayee>().RunAsync(late.CaseId, Fina, Ct)).Value.Bank);
    }

    [Fact]
    public async Task A_credit_needs_its_reference_and_no_proof()
    {
        var (order, money) = await UnfitAsync(100m);
        Assert.Equal(MoneyCaseState.AwaitingPayout, (await DecideAsync(money, MoneyChoice.Credit)).Value.State);

        Assert.Equal("reference", (await Get<RecordPayout>().RunAsync(money.CaseId, new(new(2026, 11, 22), " ", null), Fina, Ct)).Refusal?.Field);
        Assert.True((await Get<RecordPayout>().RunAsync(money.CaseId, new(new(2026, 11, 22), "NC-7", null), Fina, Ct)).Done);

        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(order));
    }

    [Fact]
    public async Task Dollars_for_an_order_in_soles_go_back_by_transfer()
    {
        var (order, money) = await UnfitAsync(120m, "USD");
        Assert.Equal(RefusalCode.ChoiceNotPossible, (await DecideAsync(money, MoneyChoice.Refund)).Refusal?.Code);

        await DecideAsync(money, MoneyChoice.OutOfBand, payee: Ana);
        Assert.True((await PaidOutAsync(money)).Done);

        Assert.Equal(OrderStatus.AwaitingPayment, await StatusAsync(order));
    }

    [Fact]
    public async Task What_PagoEfectivo_sent_back_meanwhile_is_not_paid_out_again()
    {
        var (order, late) = await LateAsync();
        await DecideAsync(late, MoneyChoice.OutOfBand, payee: Ana);
        await SendAsync(Event("payment.refunded", order.Payment!.PaymentId, Money.Of(120m, Currency.Pen), "back_1"));
        await SettleDownAsync();
        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));

        Assert.Equal(RefusalCode.RefundExceedsReceived, (await PaidOutAsync(late)).Refusal?.Code);
        Assert.True((await Get<FailPayout>().RunAsync(late.CaseId, "PagoEfectivo was faster", Fina, Ct)).Done);

        Assert.Equal(OrderStatus.Refunded, await StatusAsync(order));
        Assert.True((await DecideAsync(late, MoneyChoice.Keep)).Done);
    }
}
