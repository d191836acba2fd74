using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>Every change by every person and key, newest first. What happens meanwhile waits behind a bar, not under the reader's eyes.</summary>
public sealed partial class AuditPage
{
    private AuditQuery query = new();
    private AuditQuery? loaded;
    private AuditEntries page = new([], null, []);
    private int fresh;

    [Inject]
    internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    [Inject]
    internal AuditWords Words { get; set; } = default!;

    [Inject]
    internal AuditLog Log { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "who")]
    public string? WhoName { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    public string? ActorName { get; set; }

    [SupplyParameterFromQuery(Name = "area")]
    public string? AreaName { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? KindName { get; set; }

    [SupplyParameterFromQuery(Name = "of")]
    public string? Of { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? FromDay { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? ToDay { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    [SupplyParameterFromQuery(Name = "open")]
    public string? OpenEntry { get; set; }

    /// <summary>What people do; the rest is too much to be told of.</summary>
    protected override bool Concerns(JournalEntry entry) => entry.Actor.StartsWith("person:", StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        query = AuditQuery.Parse(ParameterOf);
        return loaded is not null && loaded with { Open = null } == query with { Open = null } ? Task.CompletedTask : base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var asked = query;
        var read = await Log.ReadAsync(asked.ToCore(), asked.Before, viewer, ct);
        if (read.Done) (page, loaded, fresh) = (read.Value, asked, 0);
        return read.Refusal;
    }

    protected override Task OnNewsAsync(JournalNews news)
    {
        if (!query.First.IsEmpty || query.Before is not null) return Task.CompletedTask;
        fresh += news.Entries.Count;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private Task ShowFreshAsync() => ReloadAsync();

    private string? ParameterOf(string name) => name switch
    {
        "who" => WhoName,
        "actor" => ActorName,
        "area" => AreaName,
        "kind" => KindName,
        "of" => Of,
        "from" => FromDay,
        "to" => ToDay,
        "before" => Before,
        "open" => OpenEntry,
        _ => null,
    };

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Audit(query.First with { Subject = string.IsNullOrEmpty(text) ? null : text }));

    private void Open(long? seq) => Navigation.NavigateTo(ConsoleUrls.Audit(query with { Open = seq }));

    private void Step(int by)
    {
        var at = page.Entries.ToList().FindIndex(entry => entry.Seq == query.Open) + by;
        if (at >= 0 && at < page.Entries.Count) Open(page.Entries[at].Seq);
    }

    private List<FilterChip> WhoChips() =>
    [
        .. Enum.GetValues<AuditWho>().Select(who => new FilterChip(
            Text[$"Who_{who}"], ConsoleUrls.Audit(query.First with { Who = who, Actor = null }), query.Who == who && query.Actor is null)),
    ];
}
