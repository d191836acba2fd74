using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;

namespace PagoConsole.Evidence.Aml;

/// <summary>The draft of a report as a page to be printed or kept as PDF. That somebody looked at it is journalled, once for each visit.</summary>
public sealed partial class AmlReportPage
{
    private ReportDraft? draft;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal DraftReport Draft { get; set; } = default!;

    [Inject]
    internal IJSRuntime Js { get; set; } = default!;

    [Parameter]
    public required string CaseId { get; set; }

    /// <summary>What is printed does not change under the reader's eyes, and each look is an entry.</summary>
    protected override bool Concerns(JournalEntry entry) => false;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (draft is not null) return null;
        var read = await Draft.ReadAsync(CaseId, CultureInfo.CurrentUICulture.Name, viewer, ct);
        if (!read.Done) return read.Refusal;
        draft = read.Value;
        return null;
    }

    private async Task PrintAsync() => await Js.InvokeVoidAsync("print");
}
