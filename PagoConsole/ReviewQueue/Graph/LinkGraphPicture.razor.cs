using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Links;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>Who hangs together with a case's account, and through what, as a picture to walk about in.</summary>
public sealed partial class LinkGraphPicture
{
    private GraphLayout layout = default!;
    private LinkGraph? laidOut;
    private string? hovered;
    private string? focused;

    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required LinkGraph Graph { get; set; }

    private GraphNode? Active => layout.Find(hovered) ?? layout.Find(focused);

    private string Facts => Active is not { } node ? Text["Hint"]
        : node.Account is { } account ? Text.FactsOf(account, Rules.Join(layout.NeighboursOf(node.Key).Select(tie => Rules[$"Kind_{tie.Identifier!.Kind}"].Value).Distinct()))
        : Text.FactsOf(node.Identifier!, Rules, [.. layout.NeighboursOf(node.Key).Select(other => other.Account!.AccountId)]);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(laidOut, Graph)) return;
        (laidOut, layout) = (Graph, GraphLayout.Of(Graph));
    }

    private void Hover(string? key) => hovered = key;

    private void Focus(string? key) => focused = key;

    private string? NodeState(GraphNode node) => Active is not { } active ? null : active.Key == node.Key ? "lit active" : layout.AreTied(active.Key, node.Key) ? "lit" : "dim";

    private string? EdgeClass(GraphNode from, GraphNode to) => Active is not { } active ? null : active.Key == from.Key || active.Key == to.Key ? "lit" : "dim";
}
