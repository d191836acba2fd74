using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Disputes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Disputes;

/// <summary>The disputes: what must be answered, by when, by whom, and how the others went.</summary>
public sealed partial class DisputesPage
{
    private DisputesView view;
    private DisputeReason? code;
    private DisputeKey? after;
    private DisputeRows? page;
    private DisputeStatistics? figures;

    [Inject]
    internal IStringLocalizer<DisputesText> Text { get; set; } = default!;

    [Inject]
    internal DisputeList List { get; set; } = default!;

    [Inject]
    internal DisputeBoard Board { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "code")]
    public string? CodeName { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? After { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind == OrderEvents.Disputed || entry.Kind.StartsWith(DisputeEvents.Prefix, StringComparison.Ordinal);

    protected override Task OnParametersSetAsync()
    {
        view = Named<DisputesView>(ViewName) ?? DisputesView.Open;
        code = Named<DisputeReason>(CodeName);
        after = DisputeKey.Parse(After);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await List.ReadAsync(new DisputeFilter(view, code), after, viewer, ct);
        if (!read.Done) return read.Refusal;
        var counted = await Board.ReadAsync(viewer, ct);
        if (!counted.Done) return counted.Refusal;
        (page, figures) = (read.Value, counted.Value);
        return null;
    }

    private List<FilterChip> ViewChips() =>
        [.. Enum.GetValues<DisputesView>().Select(part => new FilterChip(Text[$"View_{part}"], ConsoleUrls.Disputes(part, code), part == view, page?.Counts.GetValueOrDefault(part)))];

    private List<FilterChip> CodeChips() =>
    [
        new(Text["Reason_All"], ConsoleUrls.Disputes(view), code is null),
        .. Enum.GetValues<DisputeReason>().Select(reason => new FilterChip(Text[$"Reason_{reason}"], ConsoleUrls.Disputes(view, reason), code == reason)),
    ];

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var named) && Enum.IsDefined(named) ? named : null;
}
