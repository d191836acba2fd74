using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>The views that everybody has, one's own, and keeping the current filter as one.</summary>
public sealed partial class QueueViews
{
    private IReadOnlyList<SavedView> own = [];
    private ElementReference box;
    private bool naming;
    private bool focused;
    private string name = "";
    private string? refused;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SavedViews Saved { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required ReviewsFilter Current { get; set; }

    [Parameter, EditorRequired]
    public required QueueCounts Count { get; set; }

    private bool CanKeep => BuiltInView.All.All(view => view.Cases != Current.Cases) && Kept is null;

    private SavedView? Kept => own.FirstOrDefault(view => ReviewsFilter.FromQuery(view.Query) == Current);

    protected override async Task OnInitializedAsync() => own = await Saved.ReadAsync(await CurrentActor.GetAsync(), CancellationToken.None);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var now = naming && CanKeep;
        if (now && !focused) await box.FocusAsync();
        focused = now;
    }

    private List<FilterChip> Chips() =>
    [
        .. BuiltInView.All.Select(view => new FilterChip(
            Text[$"View_{view.Key}"], ConsoleUrls.Reviews(new() { Cases = view.Cases, Order = Current.Order }), view.Cases == Current.Cases, Count.Of(view.Cases))),
        .. own.Select(view => (view.Name, Filter: ReviewsFilter.FromQuery(view.Query))).Select(view => new FilterChip(
            view.Name, ConsoleUrls.Reviews(view.Filter), view.Filter == Current, Count.Of(view.Filter.Cases))),
    ];

    private async Task SaveAsync()
    {
        var query = ConsoleUrls.Reviews(Current).Split('?', 2) is [_, var words] ? words : "";
        var by = await CurrentActor.GetAsync();
        var saved = await Saved.SaveAsync(name, query, by, CancellationToken.None);
        refused = saved.Refusal switch
        {
            null => null,
            { Detail: not null } => Text["View_TooMany", SavedView.MostOfAPerson],
            { Field: "name" } => Text["View_NameFault", SavedView.LongestName],
            var other => Words.Of(other),
        };
        if (!saved.Done) return;
        (naming, name) = (false, "");
        own = await Saved.ReadAsync(by, CancellationToken.None);
    }

    private async Task RemoveAsync(SavedView view)
    {
        var by = await CurrentActor.GetAsync();
        await Saved.RemoveAsync(view.ViewId, by, CancellationToken.None);
        own = await Saved.ReadAsync(by, CancellationToken.None);
    }
}
