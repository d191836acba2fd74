using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>The exports that are made in the background: how far they are, and their files.</summary>
public sealed partial class ExportsPage
{
    private IReadOnlyList<ListedWorkbook> rows = [];
    private Actor? viewer;

    [Inject]
    internal IStringLocalizer<WorkbooksText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal WorkbookList List { get; set; } = default!;

    [Inject]
    internal CancelWorkbook Cancel { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<WorkbookOptions> Options { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "whose")]
    public string? Whose { get; set; }

    /// <summary>Set where days were asked for that cannot be exported together.</summary>
    [SupplyParameterFromQuery(Name = "fault")]
    public string? Fault { get; set; }

    [SupplyParameterFromQuery(Name = ExportQuery.From)]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = ExportQuery.To)]
    public string? To { get; set; }

    // How far one is stands in its row, and in no journal.
    protected override TimeSpan Beat => TimeSpan.FromSeconds(2);

    private bool Everybodys => Whose == "all";

    private int UnderWay => rows.Count(row => row.Workbook.IsUnderWay);

    private DateOnly Yesterday => Lima.DayOf(Time.GetUtcNow()).AddDays(-1);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(WorkbookEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        this.viewer = viewer;
        var read = await List.ReadAsync(onlyOwn: !Everybodys, viewer, ct);
        if (read.Done) rows = read.Value;
        return read.Refusal;
    }

    private bool MayCancel(ListedWorkbook row) => viewer is not null && (row.Workbook.AskedBy == viewer.Signature || viewer.May(Permission.Reconcile));

    private async Task CancelAsync(Workbook workbook)
    {
        var done = await Cancel.RunAsync(workbook.WorkbookId, await CurrentActor.GetAsync(), Ended);
        if (done.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else Snackbar.Add(Text["Cancelled_Notice"], Severity.Info);
        await ReloadAsync();
    }

    private List<FilterChip> Chips() =>
    [
        new(Text["Mine"], ConsoleUrls.Exports(), !Everybodys),
        new(Text["Others"], ConsoleUrls.Exports(everybodys: true), Everybodys),
    ];
}
