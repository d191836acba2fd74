using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>Narrows the queue: by marks and reasons with their counts, by amount, score and seller; and sorts it.</summary>
public sealed partial class QueueFilters
{
    private const int MostReasons = 5;
    private ReviewsFilter? given;
    private string? from;
    private string? upTo;
    private string? score;
    private string? seller;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ReviewsFilter Current { get; set; }

    [Parameter, EditorRequired]
    public required QueueCounts Count { get; set; }

    protected override void OnParametersSet()
    {
        // A reload of the page does not take away what somebody is typing.
        if (given == Current) return;
        given = Current;
        from = Current.Cases.From?.ToString(CultureInfo.CurrentCulture);
        upTo = Current.Cases.UpTo?.ToString(CultureInfo.CurrentCulture);
        score = Current.Cases.Score?.ToString(CultureInfo.CurrentCulture);
        seller = Current.Cases.Seller;
    }

    private List<FilterChip> MarkChips()
    {
        var cases = Current.Cases;
        List<FilterChip> chips =
        [
            Chip("Mine", cases with { Holder = cases.Holder == QueueHolder.Mine ? QueueHolder.Anybody : QueueHolder.Mine }, cases with { Holder = QueueHolder.Mine }),
            Chip("Unclaimed", cases with { Holder = cases.Holder == QueueHolder.Nobody ? QueueHolder.Anybody : QueueHolder.Nobody }, cases with { Holder = QueueHolder.Nobody }),
            Chip("Aml", cases with { Aml = !cases.Aml }, cases with { Aml = true }),
            Chip("Escalated", cases with { Escalated = !cases.Escalated }, cases with { Escalated = true }),
            Chip("Second", cases with { Second = !cases.Second }, cases with { Second = true }),
            Chip("Answered", cases with { Answered = !cases.Answered }, cases with { Answered = true }),
            Chip("Ending", cases with { Ending = !cases.Ending }, cases with { Ending = true }),
        ];

        // A mark that no case has says nothing.
        return [.. chips.Where(chip => chip.Active || chip.Count > 0)];
    }

    private List<FilterChip> ReasonChips() =>
    [
        .. Count.Reasons.Take(MostReasons).Union(Current.Cases.Reason is { } chosen ? [chosen] : []).Select(reason => new FilterChip(
            Rules.NameOf(reason),
            ConsoleUrls.Reviews(Current with { Cases = Current.Cases with { Reason = Current.Cases.Reason == reason ? null : reason } }),
            Current.Cases.Reason == reason,
            Count.Of(Current.Cases with { Reason = reason }))),
    ];

    private FilterChip Chip(string key, QueueFilter toggled, QueueFilter on) =>
        new(Text[$"Mark_{key}"], ConsoleUrls.Reviews(Current with { Cases = toggled }), on == Current.Cases, Count.Of(on));

    private void Search() => Navigation.NavigateTo(ConsoleUrls.Reviews(Current with
    {
        Cases = Current.Cases with
        {
            From = SolesOf(from),
            UpTo = SolesOf(upTo),
            Score = int.TryParse(score, NumberStyles.None, CultureInfo.CurrentCulture, out var points) ? points : null,
            Seller = string.IsNullOrWhiteSpace(seller) ? null : seller.Trim(),
        },
    }));

    private void Sort(ChangeEventArgs e)
    {
        if (Enum.TryParse<QueueOrder>(e.Value as string, out var order)) Navigation.NavigateTo(ConsoleUrls.Reviews(Current with { Order = order }));
    }

    private static decimal? SolesOf(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var soles)
            && soles <= Core.Foundation.Money.Largest ? soles : null;
}
