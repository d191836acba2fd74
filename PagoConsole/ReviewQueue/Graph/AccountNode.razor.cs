using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Links;

namespace PagoConsole.ReviewQueue.Graph;

/// <summary>An account in the picture: leads to its page, in a tab of its own.</summary>
public sealed partial class AccountNode
{
    [Inject]
    internal IStringLocalizer<GraphText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required GraphAccount Account { get; set; }

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

    private int Side => Room.Radius * 7 / 10;

    private string Label => string.Join(", ", Words());

    private IEnumerable<string> Words()
    {
        yield return Text["Node_Account", Account.AccountId];
        if (Account.Own) yield return Text["Own"];
        if (Account.Fraud > 0) yield return Text["Node_Fraud"];
        if (Account.Paid > 0) yield return Text["Node_Paid"];
        yield return Text["Node_Opens"];
    }
}
