using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>Leads from an order or a review case to its case against money laundering, or opens one. Whoever may not know of such cases sees nothing here.</summary>
public sealed partial class AmlOfOrder
{
    private string? caseId;
    private bool mayWork;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal AmlCaseList List { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string OrderId { get; set; }

    [Parameter, EditorRequired]
    public required AmlOrigin Origin { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(AmlEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        mayWork = viewer.May(Permission.WorkAml);
        caseId = await List.OfOrderAsync(OrderId, viewer, ct);
        return null;
    }

    private async Task OpenAsync()
    {
        if (await OpenCaseDialog.AskAsync(Dialogs, Text["Open_Do"], Origin, null, OrderId) is { } opened) Navigation.NavigateTo(ConsoleUrls.AmlCase(opened));
    }
}
