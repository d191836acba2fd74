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
        return ChipsOf(
        [
            ("Mine", cases with { Holder = QueueHolder.Mine }, cases with { Holder = QueueHolder.Anybody }),
            ("Unclaimed", cases with { Holder = QueueHolder.Nobody }, cases with { Holder = QueueHolder.Anybody }),
            ("Aml", cases with { Aml = true }, cases with { Aml = false }),
            ("Escalated", cases with { Escalated = true }, cases with { Escalated = false }),
            ("Second", cases with { Second = true }, cases with { Second = false }),
            ("Answered", cases with { Answered = true }, cases with { Answered = false }),
            ("Ending", cases with { Ending = true }, cases with { Ending = false }),
        ],
        key => Text[$"Mark_{key}"]);
    }

    private List<FilterChip> ReasonChips() => ChipsOf(
        Count.Reasons.Take(MostReasons).Union(Current.Cases.Reason is { } chosen ? [chosen] : [])
            .Select(reason => (reason, Current.Cases with { Reason = reason }, Current.Cases with { Reason = null })),
        Rules.NameOf);

    /// <summary>A chip that no case has says nothing, and one that is the same as a view stands above already.</summary>
    private List<FilterChip> ChipsOf(IEnumerable<(string Key, QueueFilter On, QueueFilter Off)> choices, Func<string, string> name) =>
    [
        .. from choice in choices
           let active = choice.On == Current.Cases
           let count = Count.Of(choice.On)
           where active || (count > 0 && BuiltInView.All.All(view => view.Cases != choice.On))
           select new FilterChip(name(choice.Key), ConsoleUrls.Reviews(Current with { Cases = active ? choice.Off : choice.On }), active, count),
    ];

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
