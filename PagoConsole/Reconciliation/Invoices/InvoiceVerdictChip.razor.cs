using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Orders.Invoices;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Invoices;

/// <summary>What an order's invoice data come to.</summary>
public sealed partial class InvoiceVerdictChip
{
    [Inject]
    internal IStringLocalizer<InvoiceText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required InvoiceVerdict Verdict { get; set; }

    private string Icon => Verdict switch
    {
        InvoiceVerdict.Complete => Icons.Material.Outlined.CheckCircle,
        InvoiceVerdict.Missing => Icons.Material.Outlined.HelpOutline,
        InvoiceVerdict.Wrong => Icons.Material.Outlined.ErrorOutline,
    };

    private Tone Tone => Verdict switch
    {
        InvoiceVerdict.Complete => Tone.Good,
        InvoiceVerdict.Missing => Tone.Waiting,
        InvoiceVerdict.Wrong => Tone.Bad,
    };
}
