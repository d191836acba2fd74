using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Graph;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue.Evidence;

/// <summary>All other orders that have something in common with the case's, and their fate; narrowed to one thing in common by its chip.</summary>
public sealed partial class RelatedOrdersList
{
    private IdentifierKind? kind;

    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RelatedOrderList List { get; set; }

    /// <summary>Counts what the chip will show; where the list was cut before, that is less than there is.</summary>
    private IEnumerable<RelatedCount> Chips =>
        from counted in List.Kinds
        let listed = List.Orders.Count(order => order.Shared.Contains(counted.Kind))
        where listed > 0
        select new RelatedCount(counted.Kind, listed, counted.More || counted.Count > listed);

    private IEnumerable<RelatedOrder> Shown => List.Orders.Where(order => kind is not { } only || order.Shared.Contains(only));

    /// <summary>What was chosen may be gone after the page has looked again.</summary>
    protected override void OnParametersSet()
    {
        if (kind is { } only && !List.Orders.Any(order => order.Shared.Contains(only))) kind = null;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private void Choose(IdentifierKind? chosen) => kind = chosen;
}
