using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Payments;

namespace PagoConsole.Tests.Risk.Tuning;

/// <summary>Admins who tune the rules, over a real store.</summary>
public abstract class TuningPath(StorageProvider provider) : MoneyPath(provider)
{
    private protected static Actor Rosa { get; } = Person("rosa");

    private protected static Actor Luis { get; } = Person("luis");

    protected override void Register(IServiceCollection services)
    {
        base.Register(services);
        services.AddScheduledPublishing();
    }

    private protected async Task<RuleDraft> OpenAsync(Actor by, bool another = true) => (await Get<OpenDraft>().RunAsync($"Draft of {by.Name}", another, by, Ct)).Value;

    private protected Task<Result<RuleDraft>> EditAsync(RuleDraft seen, Actor by, params RuleChange[] changes) =>
        Get<EditDraft>().RunAsync(seen.DraftId, seen.Revision, changes, by, Ct);

    /// <summary>A draft with the amount of the rule on new accounts at another value.</summary>
    private protected async Task<RuleDraft> DraftAsync(Actor by, decimal amount = 600) =>
        (await EditAsync(await OpenAsync(by), by, SomeRules.Amount(decimal.Parse((await ValueAsync("fromPen"))!, null), amount))).Value;

    private protected Task<Result<RuleDraft>> PublishAsync(RuleDraft draft, Actor by, DateTimeOffset? at = null, string why = "Fraud wave") =>
        Get<PublishDraft>().RunAsync(draft.DraftId, draft.Revision, why, at, by, Ct);

    private protected Task<Result<RuleDraft>> RestoreAsync(int version, Actor by) => Get<RestoreVersion>().RunAsync(version, "Back", "Too many held", by, Ct);

    private protected async Task<RuleDraft> NowAsync(RuleDraft draft) => (await Get<DraftBook>().ReadAsync(draft.DraftId, Rosa, Ct)).Value.Draft;

    private protected async Task<RuleVersion> ActiveAsync() => (await Get<VersionBook>().ReadAsync(null, Rosa, Ct)).Value[0];

    /// <summary>A setting of the rule on new accounts, as it is in force.</summary>
    private protected async Task<string?> ValueAsync(string setting) => RuleChanges.ValueIn((await ActiveAsync()).Set, SomeRules.HighValue, 1, setting);

    private protected Task<List<JournalEntry>> JournalAsync() => ReadAsync(db =>
        db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == RuleEvents.Stream).OrderBy(e => e.Position).ToListAsync(Ct));

    private protected Task<int> OpenAlarmsAsync() => ReadAsync(db => db.Set<Alarm>().CountAsync(a => a.Kind == AlarmKind.RulesHeld && a.AcknowledgedAt == null, Ct));

    private protected Task<int> DueAsync() => Get<PublishDue>().RunAsync(Ct);
}
