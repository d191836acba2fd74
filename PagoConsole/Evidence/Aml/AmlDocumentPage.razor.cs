using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>All that is known of one document: what it paid by month, patterns, what it shares with others, its cases.</summary>
public sealed partial class AmlDocumentPage
{
    private DocumentView? view;
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Kinds { get; set; } = default!;

    [Inject]
    internal DocumentFile Files { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter]
    public required string Document { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(AmlEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayWork = viewer.May(Permission.WorkAml);
        var read = await Files.ReadAsync(Document, viewer, ct);
        if (!read.Done) return read.Refusal;
        view = read.Value;
        return null;
    }

    private async Task OpenAsync()
    {
        if (await OpenCaseDialog.AskAsync(Dialogs, Text["Open_Do"], AmlOrigin.Monitor, view!.Document, null) is { } caseId) Navigation.NavigateTo(ConsoleUrls.AmlCase(caseId));
    }
}
