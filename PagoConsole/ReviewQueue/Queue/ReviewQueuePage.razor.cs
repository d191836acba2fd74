using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Risk;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Queue;

/// <summary>The cases that wait for a person, the most urgent first. Rows stay where they are while one reads; new ones wait behind a bar.</summary>
public sealed partial class ReviewQueuePage
{
    private readonly StandingOrder order = new();
    private readonly Dictionary<string, IReadOnlyList<AssessedRule>> hits = new(StringComparer.Ordinal);
    private ReviewsFilter filter = new();
    private ReviewsFilter? loaded;
    private IReadOnlyList<QueueRow> rows = [];
    private QueueView? view;
    private QueueCounts? counts;
    private Actor? viewer;
    private bool mayDecide;
    private int runs;

    [Inject]
    internal IStringLocalizer<QueueText> Text { get; set; } = default!;

    [Inject]
    internal Core.Review.Queue.ReviewQueue Queue { get; set; } = default!;

    [Inject]
    internal DecideMany Many { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "reason")]
    public string? Reason { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? UpTo { get; set; }

    [SupplyParameterFromQuery(Name = "score")]
    public string? Score { get; set; }

    [SupplyParameterFromQuery(Name = "seller")]
    public string? Seller { get; set; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? Who { get; set; }

    [SupplyParameterFromQuery(Name = "only")]
    public string? Only { get; set; }

    [SupplyParameterFromQuery(Name = "order")]
    public string? Sorted { get; set; }

    private bool Working => viewer is not null && Many.Of(viewer)?.Progress.Working == true;

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind.StartsWith(ReviewEvents.Prefix, StringComparison.Ordinal)
        || (entry.OrderId is not null && entry.Kind.StartsWith("order.", StringComparison.Ordinal));

    protected override Task OnParametersSetAsync()
    {
        filter = ReviewsFilter.Parse(Reason, From, UpTo, Score, Seller, Who, Only, Sorted);
        return loaded == filter ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = filter;
        var read = await Queue.ReadAsync(asked.Cases, asked.Order, viewer, ct);
        if (!read.Done) return read.Refusal;
        var found = read.Value with { Cases = [.. read.Value.Cases.Where(c => c.State != ReviewState.Decided || c.DecidedBy == viewer.Signature)] };
        if (loaded != asked) Begin();
        order.Take(found.Cases, found.Open);
        if (await ReadHitsAsync(viewer, ct) is { } refusal) return refusal;
        (view, counts, this.viewer, mayDecide, loaded) = (found, new QueueCounts(found, viewer), viewer, viewer.May(Permission.DecideCases), asked);
        rows = [.. order.Shown.Select(c => new QueueRow(c, hits.GetValueOrDefault(c.OrderId) ?? []))];
        selected.IntersectWith(found.Open.Where(c => c.State != ReviewState.Decided).Select(c => c.OrderId));
        return null;
    }

    /// <summary>Why a case waits never changes: it is read once for each row.</summary>
    private async Task<Refusal?> ReadHitsAsync(Actor viewer, CancellationToken ct)
    {
        var unread = order.Shown.Where(c => !hits.ContainsKey(c.OrderId)).ToList();
        if (unread.Count == 0) return null;
        var read = await Queue.RowsAsync(unread, viewer, ct);
        if (!read.Done) return read.Refusal;
        foreach (var row in read.Value) hits[row.Case.OrderId] = row.Hits;
        return null;
    }

    private void Begin()
    {
        order.Restart();
        hits.Clear();
        ClearPicks();
    }

    private Task SortAnewAsync()
    {
        order.Renew();
        return ReloadAsync();
    }

    private Task MoreAsync()
    {
        order.More();
        return ReloadAsync();
    }

    private async Task DecideAsync(ReviewDecision decision)
    {
        if (!await BulkDialog.AskAsync(Dialogs, SelectedCases, decision, await CurrentActor.GetAsync())) return;
        ClearPicks();
        runs++;
    }

    private IReadOnlyList<KeyMeaning> Keys() =>
    [
        new("J  ↓", Text["Key_Down"]),
        new("K  ↑", Text["Key_Up"]),
        new("Enter", Text["Key_Open"]),
        new("X", Text["Key_Select"]),
        new("A  R", Text["Key_Bulk"]),
        new("N", Text["Key_Next"]),
        new("/", Text["Key_Filter"]),
        new("?", Text["Key_Help"]),
        new("Ctrl K", Text["Key_Search"]),
    ];
}
