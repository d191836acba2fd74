using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Every rule of the set in force: what it means, how it is set, how it does.</summary>
public sealed partial class RulesPage
{
    private const int Days = 30;
    private static readonly TimeSpan CountAgain = TimeSpan.FromSeconds(15);

    private RulesFilter filter = new();
    private RuleSetView? view;
    private RuleSpan? span;
    private DateTimeOffset countedAt;
    private IReadOnlyList<ShownRule> all = [];
    private IReadOnlyList<ShownRule> shown = [];

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal RulesInForce InForce { get; set; } = default!;

    [Inject]
    internal RuleStatistics Statistics { get; set; } = default!;

    [Inject]
    internal RuleBook Book { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromQuery(Name = "mode")]
    public string? Mode { get; set; }

    [SupplyParameterFromQuery(Name = "action")]
    public string? Action { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenId { get; set; }

    private ShownRule? OpenRule => all.FirstOrDefault(rule => rule.Id == filter.Open);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == "rules" || entry.Kind is OrderEvents.Placed or OrderEvents.Labelled;

    protected override Task OnParametersSetAsync()
    {
        filter = RulesFilter.Parse(Query, Mode, Action, OpenId);
        if (span is null) return base.OnParametersSetAsync();
        Pick();
        return Task.CompletedTask;
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var inForce = await InForce.ReadAsync(viewer, ct);
        if (!inForce.Done) return inForce.Refusal;
        var today = Lima.DayOf(Time.GetUtcNow());
        var ids = inForce.Value.Set.Rules.Select(entry => entry.Rule).Distinct().ToList();
        var counted = await Statistics.ReadAsync(ids, today.AddDays(1 - Days), today, viewer, ct);
        if (!counted.Done) return counted.Refusal;
        (view, span, countedAt) = (inForce.Value, counted.Value, Time.GetUtcNow());
        all = [.. ids.Select(id => (Rule: Book.Find(id), Tiers: view.Set.Rules.Where(entry => entry.Rule == id).ToList()))
            .Where(found => found.Rule is not null).Select(found => new ShownRule(found.Rule!, found.Tiers, span))];
        Pick();
        return null;
    }

    /// <summary>New rules are shown at once; counting hits again after every order would cost more than it tells.</summary>
    protected override Task OnNewsAsync(JournalNews news) =>
        Time.GetUtcNow() - countedAt >= CountAgain || news.Entries.Any(entry => entry.Stream == "rules") ? ReloadAsync() : Task.CompletedTask;

    private void Pick() => shown = [.. all.Where(rule => rule.Tiers.Any(tier => filter.Fits(tier, WordsOf(rule))))];

    private string WordsOf(ShownRule rule) =>
        string.Join('\n', rule.Rule.Settings.Select(setting => Text.NameOf(rule.Id, setting)).Prepend(Text.MeaningOf(rule.Id)).Prepend(Text.NameOf(rule.Id)).Prepend(rule.Id));

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Rules(filter with { Search = text }));

    private void Open(string? rule) => Navigation.NavigateTo(ConsoleUrls.Rules(filter with { Open = rule }));

    private void Step(int by)
    {
        var at = shown.ToList().FindIndex(rule => rule.Id == filter.Open) + by;
        if (at >= 0 && at < shown.Count) Open(shown[at].Id);
    }

    private List<FilterChip> ModeChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Rules(filter with { Mode = null }), filter.Mode is null),
        .. Enum.GetValues<RuleMode>().Select(mode => new FilterChip(
            Text[$"Mode_{mode}"], ConsoleUrls.Rules(filter with { Mode = filter.Mode == mode ? null : mode }), filter.Mode == mode,
            all.Count(rule => rule.Tiers.Any(tier => tier.Mode == mode)))),
    ];

    private List<FilterChip> ActionChips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Rules(filter with { Action = null }), filter.Action is null),
        .. Enum.GetValues<RuleAction>().Select(action => new FilterChip(
            Text[$"Choose_{action}"], ConsoleUrls.Rules(filter with { Action = filter.Action == action ? null : action }), filter.Action == action,
            all.Count(rule => rule.Tiers.Any(tier => tier.Action == action)))),
    ];
}
