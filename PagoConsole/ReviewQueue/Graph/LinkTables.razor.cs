using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review.Links;
using PagoConsole.Rules;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>The same as the picture, as tables.</summary>
public sealed partial class LinkTables
{
    private ILookup<int, string> users = default!;
    private ILookup<string, IdentifierKind> shared = default!;

    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required LinkGraph Graph { get; set; }

    protected override void OnParametersSet()
    {
        var kinds = Graph.Identifiers.ToDictionary(identifier => identifier.Id, identifier => identifier.Kind);
        users = Graph.Links.ToLookup(link => link.IdentifierId, link => link.AccountId);
        shared = Graph.Links.ToLookup(link => link.AccountId, link => kinds[link.IdentifierId]);
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private string SharedBy(GraphAccount account) => Rules.Join(shared[account.AccountId].Distinct().Select(kind => Rules[$"Kind_{kind}"].Value));
}
