using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Team;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Team;

/// <summary>How the review team does: what waits, how fast and how well it is decided, by person and by reason.</summary>
public sealed partial class TeamPage
{
    private const string ByPerson = "people";
    private const string OverturnedList = "overturned";

    /// <summary>A desk that decides in bursts is counted once for all of them.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    private TeamPeriod period;
    private TeamView? view;

    [Inject]
    internal IStringLocalizer<TeamText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> RuleText { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal TeamBoard Board { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "period")]
    public string? Period { get; set; }

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind is OrderEvents.Placed or OrderEvents.Cancelled or OrderEvents.Labelled or OrderEvents.Disputed
        || entry.Kind.StartsWith(ReviewEvents.Prefix, StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        period = Enum.TryParse<TeamPeriod>(Period, out var asked) && Enum.IsDefined(asked) ? asked : TeamPeriod.Today;
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Board.ReadAsync(period, viewer, ct);
        if (!read.Done) return read.Refusal;
        view = read.Value;
        return null;
    }

    protected override async Task OnNewsAsync(JournalNews news)
    {
        await Task.Delay(Gather, Ended);
        await ReloadAsync();
    }

    private List<FilterChip> Chips() =>
        [.. Enum.GetValues<TeamPeriod>().Select(each => new FilterChip(Text[$"Period_{each}"], ConsoleUrls.Team(each), each == period))];

    private string ReasonOf(string reason) => reason.Length == 0 ? Text["NoReason"] : Words.ReasonCodeOf(reason);

    private static string Anchor(TeamPeriod period, string id) => $"{ConsoleUrls.Team(period)}#{id}";

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
