using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;
using PagoConsole.Rules;
using static MudBlazor.Icons.Material.Outlined;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>Something that ties accounts, masked, in the picture.</summary>
public sealed partial class IdentifierNode
{
    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required GraphIdentifier Identifier { get; set; }

    [Parameter]
    public string? State { get; set; }

    [Parameter]
    public EventCallback<string?> OnHover { get; set; }

    [Parameter]
    public EventCallback<string?> OnFocus { get; set; }

    [Parameter, EditorRequired]
    public required GraphNode Node { get; set; }

    [Parameter, EditorRequired]
    public required NodeRoom Room { get; set; }

    private int IconX => Room.Letters == 0 ? -8 : (-Node.Width / 2) + 7;

    private string Name => Identifier.Label ?? Text["Erased"];

    private string Label => string.Join(", ", new[] { Text["Node_Identifier", Rules[$"Kind_{Identifier.Kind}"], Name].Value, Identifier.OfOrder ? Text["OfOrder"].Value : null }.OfType<string>());

    private string Icon => Identifier.Kind switch
    {
        IdentifierKind.Account => Person,
        IdentifierKind.Email => AlternateEmail,
        IdentifierKind.Phone => Phone,
        IdentifierKind.Document => Badge,
        IdentifierKind.Device => Smartphone,
        IdentifierKind.Ip => Lan,
        IdentifierKind.Address => Home,
        IdentifierKind.Seller => Storefront,
    };
}
