using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>A draft of the rules: every setting to be edited, what it changes in words, what it would do, and publishing it.</summary>
public sealed partial class DraftPage
{
    private static readonly Dictionary<string, RebaseChoice> Undecided = [];

    private DraftView? view;
    private IReadOnlyList<RuleChange> undo = [];
    private IReadOnlyList<RuleHistoryLine> history = [];
    private ShadowComparison? shadow;
    private RuleChange? tried;
    private bool mayChange;
    private bool myHand;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal DraftBook Drafts { get; set; } = default!;

    [Inject]
    internal RuleHistory History { get; set; } = default!;

    [Inject]
    internal ShadowBook Shadows { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Inject]
    internal EditDraft Edit { get; set; } = default!;

    [Inject]
    internal RenameDraft Rename { get; set; } = default!;

    [Inject]
    internal DiscardDraft Discard { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public required string DraftId { get; set; }

    /// <summary>The rule that is open.</summary>
    [SupplyParameterFromQuery(Name = "rule")]
    public string? OpenRule { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>Only rules that the draft changes.</summary>
    [SupplyParameterFromQuery(Name = "changed")]
    public bool OnlyChanged { get; set; }

    /// <summary>The rules of the draft with what the hand is just trying out; the preview follows it.</summary>
    internal RuleSet? Previewed => view is null ? null : Over(view, tried is null ? view.Set : RuleChanges.Apply(view.Set, [tried]));

    private bool Editable => mayChange && view is { Draft.State: DraftState.Open };

    private IReadOnlyList<RuleChange> Changes => view?.Changes ?? [];

    private IEnumerable<Rule> Shown => view is null ? [] : view.Set.Rules.Select(entry => entry.Rule).Distinct().Select(Book.Find).OfType<Rule>()
        .Concat(Book.All.Where(rule => view.Set.Rules.All(entry => entry.Rule != rule.Id)))
        .Where(rule => Fits(rule) && (!OnlyChanged || UndoOf(rule.Id).Count > 0));

    protected override bool Concerns(JournalEntry entry) => entry.Stream == RuleEvents.Stream || (shadow is { Run.EndedAt: null } && entry.Kind == OrderEvents.Placed);

    protected override Task OnParametersSetAsync() => view?.Draft.DraftId == DraftId ? Task.CompletedTask : base.OnParametersSetAsync();

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Drafts.ReadAsync(DraftId, viewer, ct);
        if (!read.Done) return read.Refusal;
        var told = await History.ReadAsync(DraftId, viewer, ct);
        var compared = await Shadows.ReadAsync(DraftId, viewer, ct);
        (view, history, shadow) = (read.Value, told.Value, compared.Value);
        undo = RuleChanges.Between(view.Set, view.Base);
        (mayChange, myHand) = (viewer.May(Permission.ChangeRules), view.Draft.IsHandOf(viewer));
        return null;
    }

    // Where another version came into force, what the draft would do once it is taken over to it; what is not decided yet stays as it is there.
    private RuleSet Over(DraftView draft, RuleSet set) => draft.Outdated ? Rebase.Of(Book, draft.Base, set, draft.Active, Undecided).Set : set;

    private bool Fits(Rule rule) => string.IsNullOrWhiteSpace(Search) || rule.Settings.Select(setting => Rules.NameOf(rule.Id, setting))
        .Append(Rules.NameOf(rule.Id)).Append(Rules.MeaningOf(rule.Id)).Append(rule.Id)
        .Any(words => CultureInfo.CurrentCulture.CompareInfo.IndexOf(words, Search.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private IReadOnlyList<RuleChange> UndoOf(string rule) => [.. undo.Where(change => change.Rule == rule)];

    private string HrefOf(string? rule) => ConsoleUrls.RuleDraft(DraftId, rule, Search, OnlyChanged);

    private List<FilterChip> Chips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.RuleDraft(DraftId, OpenRule, Search), !OnlyChanged),
        new(Text["Filter_Changed"], ConsoleUrls.RuleDraft(DraftId, OpenRule, Search, true), OnlyChanged, undo.Select(change => change.Rule).Distinct().Count()),
    ];

    private void Find(string? text) => Navigation.NavigateTo(ConsoleUrls.RuleDraft(DraftId, OpenRule, text, OnlyChanged));

    private void Try(RuleChange change) => tried = change;

    private async Task<Refusal?> EditAsync(RuleChange change)
    {
        tried = null;
        var done = await Edit.RunAsync(DraftId, view!.Draft.Revision, [change], await CurrentActor.GetAsync(), CancellationToken.None);
        if (done.Refusal is { Code: not RefusalCode.Invalid } refusal) Snackbar.Add(Shared.Of(refusal), Severity.Warning);
        await ReloadAsync();
        return done.Refusal;
    }

    private async Task PublishAsync()
    {
        if (view is null || await PublishDialog.AskAsync(Dialogs, Text["Publish_Title"], view) is null) return;
        await ReloadAsync();
    }

    private async Task RenameAsync()
    {
        var question = new NoteQuestion(Text["Rename"], Text["Rename_What", view!.Draft.Title], Text["Rename_Title"], Text["Rename"], NoteNeeded: true);
        if (await NoteDialog.AskAsync(Dialogs, question, async title =>
            (await Rename.RunAsync(DraftId, title, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal)) await ReloadAsync();
    }

    private async Task DiscardAsync()
    {
        var question = new NoteQuestion(Text["Discard_Title"], Text["Discard_What", view!.Draft.Title], null, Text["Discard"], Dangerous: true);
        if (await NoteDialog.AskAsync(Dialogs, question, async _ =>
            (await Discard.RunAsync(DraftId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal)) await ReloadAsync();
    }
}
