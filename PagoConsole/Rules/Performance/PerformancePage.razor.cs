using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Performance;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Performance;

/// <summary>How the rules did over time: what each caught, held and cost, and which of them do the work of others.</summary>
public sealed partial class PerformancePage
{
    private PerformanceFilter filter = new();
    private PerformanceFilter? loaded;
    private PerformanceView? view;

    [Inject]
    internal IStringLocalizer<PerformanceText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Words { get; set; } = default!;

    [Inject]
    internal PerformanceBoard Board { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "days")]
    public string? Days { get; set; }

    [SupplyParameterFromQuery(Name = "by")]
    public string? By { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenId { get; set; }

    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(10);

    private RulePerformance? OpenRule => view?.Rules.FirstOrDefault(rule => rule.Rule == filter.Open);

    protected override bool Concerns(JournalEntry entry) => entry.Stream == "rules";

    protected override Task OnParametersSetAsync()
    {
        filter = PerformanceFilter.Parse(Days, By, OpenId);
        return loaded is not null && loaded with { Open = null } == filter with { Open = null } ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = filter;
        var read = await Board.ReadAsync(asked.Days, asked.Weekly, viewer, ct);
        if (read.Done) (view, loaded) = (read.Value, asked);
        return read.Refusal;
    }

    private void Open(string? rule) => Navigation.NavigateTo(ConsoleUrls.RulePerformance(filter with { Open = rule }));

    private void Step(int by)
    {
        var at = view!.Rules.ToList().FindIndex(rule => rule.Rule == filter.Open) + by;
        if (at >= 0 && at < view.Rules.Count) Open(view.Rules[at].Rule);
    }

    private List<FilterChip> DayChips() =>
    [
        .. PerformanceBoard.Spans.Select(days => new FilterChip(
            Text["Days_Some", days.ToString(CultureInfo.CurrentCulture)], ConsoleUrls.RulePerformance(filter with { Days = days }), filter.Days == days)),
    ];

    private List<FilterChip> StepChips() =>
    [
        new(Text["By_Day"], ConsoleUrls.RulePerformance(filter with { Weekly = false }), !filter.Weekly),
        new(Text["By_Week"], ConsoleUrls.RulePerformance(filter with { Weekly = true }), filter.Weekly),
    ];
}
