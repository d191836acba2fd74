using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Audit;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Privacy;

/// <summary>Who saw whose personal data, when and why: of an order, of a person, or by a colleague.</summary>
public sealed partial class AccessPage
{
    private AccessQuery query = new();
    private AccessRows page = new([], null, false);
    private SoughtPerson? person;
    private SoughtBy? by;
    private string? typed;
    private string? fault;

    [Inject]
    internal IStringLocalizer<PrivacyText> Text { get; set; } = default!;

    [Inject]
    internal AuditWords Entries { get; set; } = default!;

    [Inject]
    internal AccessLog Log { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "order")]
    public string? OrderId { get; set; }

    [SupplyParameterFromQuery(Name = "actor")]
    public string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "files")]
    public string? Files { get; set; }

    protected override bool Concerns(JournalEntry entry) => AccessKinds.All.Contains(entry.Kind);

    protected override Task OnParametersSetAsync()
    {
        query = AccessQuery.Parse(OrderId, Actor, Files, null);
        if (person is null) typed = query.Order;
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Log.ReadAsync(query.ToCore(person), query.Before, viewer, ct);
        if (read.Done) page = read.Value;
        return read.Refusal;
    }

    private static string NameOf(JournalEntry entry) => entry.Actor[(entry.Actor.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // A number that stands for a person is kept out of the address, and so out of every log and history.
    private async Task FindAsync()
    {
        (fault, query) = (null, query.First);
        person = by is { } kind ? SoughtPerson.Of(kind, typed) : null;
        if (by is not null && person is null)
        {
            fault = Text["Person_Fault"];
            return;
        }

        if (by is not null) await ReloadAsync();
        else Navigation.NavigateTo(ConsoleUrls.AccessLog(query.First with { Order = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim() }));
    }

    private async Task ClearAsync()
    {
        (person, by, typed, fault) = (null, null, null, null);
        if (query.Order is null) await ReloadAsync();
        else Navigation.NavigateTo(ConsoleUrls.AccessLog(query.First with { Order = null }));
    }

    private Task OlderAsync(long before)
    {
        query = query with { Before = before };
        return ReloadAsync();
    }

    private List<FilterChip> Chips()
    {
        var chips = new List<FilterChip>
        {
            new(Text["Files_All"], ConsoleUrls.AccessLog(query.First with { Files = null }), query.Files is null),
            new(Text["Files_Shown"], ConsoleUrls.AccessLog(query.First with { Files = false }), query.Files == false),
            new(Text["Files_Taken"], ConsoleUrls.AccessLog(query.First with { Files = true }), query.Files == true),
        };
        if (query.Actor is { } actor) chips.Add(new(actor, ConsoleUrls.AccessLog(query.First with { Actor = null }), true));
        return chips;
    }
}
