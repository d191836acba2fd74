using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Overview.Gateway;

namespace PagoConsole.Gateway;

/// <summary>What became of some vouchers, as the cells of a row.</summary>
public sealed partial class VoucherCells
{
    [Inject]
    internal IStringLocalizer<GatewayText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required VoucherFigures Figures { get; set; }

    private int Paid => (int)(100 * (Figures.PaidShare ?? 0));

    private string Share(long count) => GatewayWords.ShareOf(Figures.Created == 0 ? null : (double)count / Figures.Created);

    private static string Number(long value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
