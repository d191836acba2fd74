using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Orders;

namespace PagoConsole.Overview;

/// <summary>How many orders stand in a state; leads to them.</summary>
public sealed partial class FigureTile
{
    [Parameter, EditorRequired]
    public OrderStatus Status { get; set; }

    [Parameter, EditorRequired]
    public int Count { get; set; }

    [Parameter, EditorRequired]
    public required string Href { get; set; }
}
