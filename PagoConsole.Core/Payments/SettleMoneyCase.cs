using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments;

/// <summary>Settles a money case: one person of finance decides with a note, or two from <c>Payments:MoneySecondApprovalAmount</c> on and where risk is overruled; what it does happens at once.</summary>
public sealed class SettleMoneyCase
{
    private readonly Writes writes;
    private readonly ActiveRules rules;
    private readonly IOptionsMonitor<PaymentOptions> options;
    private readonly MoneyEffects effects;

    internal SettleMoneyCase(Writes writes, ActiveRules rules, IOptionsMonitor<PaymentOptions> options, MoneyEffects effects)
    {
        this.writes = writes;
        this.rules = rules;
        this.options = options;
        this.effects = effects;
    }

    /// <summary>Decides; gives the case as it stands then.</summary>
    public Task<Result<MoneyCase>> RunAsync(string caseId, MoneyDecision decision, Actor by, CancellationToken ct) =>
        writes.RunAsync<MoneyCase>(
            async tx =>
            {
                if (!by.May(Permission.DecideMoney)) return RefusalCode.NotAllowed;
                if (string.IsNullOrWhiteSpace(decision.Note)) return new Refusal(RefusalCode.NoteNeeded, "note");
                if (decision.Note.Length > MoneyDecision.LongestNote) return new Refusal(RefusalCode.Invalid, "note");
                var locked = await CaseOnDesk.LockAsync(tx, caseId, ct);
                if (locked.Refusal is { } missing) return missing;
                var desk = locked.Value;
                if (desk.Case.IsWaiting && MoneyChoices.Of(desk.Facts(tx.Now), decision.Choice) is { Obstacle: { } obstacle })
                    return new Refusal(RefusalCode.ChoiceNotPossible, Detail: $"{decision.Choice} is not possible: {obstacle}.", Args: [obstacle]);
                return await DecideAsync(tx, desk, decision, by, ct) is { } refusal ? refusal : desk.Case;
            },
            ct);

    private async Task<Refusal?> DecideAsync(WriteScope tx, CaseOnDesk desk, MoneyDecision decision, Actor by, CancellationToken ct)
    {
        var found = desk.Case;
        if (await PayeeAsync(tx, found, decision, ct) is { } wrong) return wrong;
        var option = MoneyChoices.Of(desk.Facts(tx.Now), decision.Choice);
        var needsSecond = option.OverrulesRisk || options.CurrentValue.MoneyNeedsSecond(found.Amount, (await rules.ReadAsync(tx.Db, ct)).Rules.Set.Rates);
        if (found.Decide(decision, needsSecond, by, tx.Now) is { } refusal) return refusal;
        var kind = OrderEvents.MoneyCaseSettled;
        if (found.State == MoneyCaseState.AwaitingSecond) kind = MoneyEvents.Chosen;
        else if (decision.Choice is MoneyChoice.OutOfBand or MoneyChoice.Credit) kind = MoneyEvents.PayoutDecided;
        var payee = decision.Payee?.Tidied();
        tx.Journal(
            desk.Order.Stream, kind, by,
            new
            {
                found.CaseId,
                found.Kind,
                decision.Choice,
                amount = found.Amount.ToWire(),
                currency = found.Currency.Code,
                first = found.State == MoneyCaseState.AwaitingSecond ? null : found.FirstBy,
                overrulesRisk = option.OverrulesRisk ? true : (bool?)null,
            },
            found.OrderId,
            new { note = decision.Note.Trim(), payee });
        if (found.State == MoneyCaseState.Settled) await effects.ApplyAsync(tx, desk, option, by, ct);
        await tx.EndAlarmAsync(found, by, ct);
        return null;
    }

    private static async Task<Refusal?> PayeeAsync(WriteScope tx, MoneyCase found, MoneyDecision decision, CancellationToken ct)
    {
        if (decision.Choice != MoneyChoice.OutOfBand || !found.IsWaiting) return null;
        var known = await tx.Db.Set<PayeeRow>().SingleOrDefaultAsync(p => p.CaseId == found.CaseId, ct);
        if (decision.Payee?.Tidied() is not { } payee)
            return known is null || found.FirstChoice != MoneyChoice.OutOfBand ? new Refusal(RefusalCode.Invalid, "payee") : null;
        if (payee.Faults() is [var fault, ..]) return new Refusal(RefusalCode.Invalid, fault);
        if (known is null) tx.Db.Add(new PayeeRow { CaseId = found.CaseId, Json = payee.ToJson() });
        else known.Json = payee.ToJson();
        return null;
    }
}
