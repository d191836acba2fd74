using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Webhooks;
using PagoConsole.Layout;
using PagoConsole.Shared;

namespace PagoConsole.Events;

/// <summary>
/// The live feed of deliveries and what they did. New lines come from the journal's tail in its order; after a pause, an overflow or a
/// lost circuit the page reads on from the last number it had.
/// </summary>
public sealed partial class EventsPage
{
    private const int Most = 500;

    private List<EventLine> lines = [];
    private IReadOnlyList<DeliveryVerdict> verdicts = [];
    private EventLine? shown;
    private Actor? viewer;
    private string? loadedFor;
    private bool paused;
    private bool more;
    private int waiting;
    private long? awayFrom;

    [Inject]
    internal IStringLocalizer<EventsText> Text { get; set; } = default!;

    [Inject]
    internal EventFeed Feed { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal LiveState Live { get; set; } = default!;

    [Inject]
    internal BrowserMemory Memory { get; set; } = default!;

    /// <summary>The verdicts to show, separated by commas.</summary>
    [SupplyParameterFromQuery]
    public string? Verdict { get; set; }

    /// <summary>The line whose detail is open.</summary>
    [SupplyParameterFromQuery]
    public long? Seq { get; set; }

    private bool Filtered => verdicts.Count > 0;

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(WebhookEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        this.viewer = viewer;
        if (loadedFor != (Verdict ?? ""))
        {
            verdicts = EventsFilter.Parse(Verdict);
            var read = await Feed.ReadAsync(viewer, verdicts, null, ct);
            if (!read.Done) return read.Refusal;
            lines = [.. read.Value];
            more = read.Value.Count == EventFeed.PageSize;
            loadedFor = Verdict ?? "";
        }

        await ShowAsync(ct);
        return null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;

        // A circuit that was lost for good left behind how far this browser had read.
        if (await Memory.TakeAsync("events") is not { } text || !long.TryParse(text, out var seq)) return;
        while (more && lines.Count > 0 && lines[^1].Seq > seq && lines.Count < Most) await ShowOlderAsync();
        awayFrom = lines.FirstOrDefault(line => line.Seq <= seq)?.Seq;
        if (awayFrom == lines.FirstOrDefault()?.Seq) awayFrom = null;
        StateHasChanged();
    }

    protected override async Task OnNewsAsync(JournalNews news)
    {
        var fresh = news.Entries.Select(EventLine.Of).OfType<EventLine>().Where(Wanted).ToList();
        if (paused)
        {
            waiting += fresh.Count;
            StateHasChanged();
        }
        else if (news.Reload)
        {
            await CatchUpAsync();
        }
        else
        {
            Add(fresh);
            StateHasChanged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Live.Set(Freshness.Live);
        base.Dispose(disposing);
    }

    private bool Wanted(EventLine line) => verdicts.Count == 0 || verdicts.Contains(line.Verdict);

    private void Add(IEnumerable<EventLine> fresh)
    {
        var newest = lines.FirstOrDefault()?.Seq ?? 0;
        lines.InsertRange(0, fresh.Where(line => line.Seq > newest).OrderByDescending(line => line.Seq));
        if (lines.Count <= Most) return;
        lines.RemoveRange(Most, lines.Count - Most);
        more = true;
    }

    private async Task TogglePauseAsync()
    {
        paused = !paused;
        if (paused) Live.Set(Freshness.Paused, Time.GetUtcNow());
        else await CatchUpAsync();
    }

    /// <summary>Reads on from the last line; no further than the tail has come, so that nothing slips in below.</summary>
    private async Task CatchUpAsync()
    {
        Live.Set(Freshness.CatchingUp, Time.GetUtcNow());
        while (viewer is not null)
        {
            var horizon = Tail.Horizon;
            var read = await Feed.AfterAsync(viewer, verdicts, lines.FirstOrDefault()?.Seq ?? 0, Ended);
            if (!read.Done) break;
            Add(read.Value.Where(line => line.Seq <= horizon));
            if (read.Value.Count < EventFeed.PageSize || read.Value[^1].Seq > horizon) break;
        }

        waiting = 0;
        Live.Set(Freshness.Live);
        StateHasChanged();
    }

    private async Task ShowOlderAsync()
    {
        if (viewer is null || lines.Count == 0) return;
        var read = await Feed.ReadAsync(viewer, verdicts, lines[^1].Seq, Ended);
        if (!read.Done) return;
        lines.AddRange(read.Value);
        more = read.Value.Count == EventFeed.PageSize;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        shown = Seq is { } seq ? lines.Find(line => line.Seq == seq) ?? await FindAsync(seq, ct) : null;
    }

    private async Task<EventLine?> FindAsync(long seq, CancellationToken ct)
    {
        var read = await Feed.AfterAsync(viewer!, [], seq - 1, ct);
        return read.Done && read.Value is [var first, ..] && first.Seq == seq ? first : null;
    }

    private string UrlOf(long? seq) => ConsoleUrls.Events(verdicts, seq);

    private void Open(EventLine line) => Navigation.NavigateTo(UrlOf(line.Seq));

    private void Step(int by)
    {
        var at = lines.FindIndex(line => line.Seq == shown?.Seq) + by;
        if (at >= 0 && at < lines.Count) Open(lines[at]);
    }

    private List<FilterChip> Chips() =>
    [
        new(Text["Filter_All"], ConsoleUrls.Events(), !Filtered),
        .. EventsFilter.Offered.Select(verdict => new FilterChip(
            Text[$"Verdict_{verdict}"], ConsoleUrls.Events(EventsFilter.Toggle(verdicts, verdict)), verdicts.Contains(verdict))),
    ];
}
