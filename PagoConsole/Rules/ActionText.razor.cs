using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk;

namespace PagoConsole.Rules;

/// <summary>What a rule asks for when it fires: points, a person, a rejection; and a shorter life of the code.</summary>
public sealed partial class ActionText
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RuleEntry Entry { get; set; }

    private string Words => Entry.VoucherMinutes is { } minutes
        ? $"{Action} · {Text["Voucher", Text.DurationOf(TimeSpan.FromMinutes(minutes))]}"
        : Action;

    /// <summary>The entries of a list say themselves what they ask for.</summary>
    private string Action => Entry.Rule == "list-match" ? Text["Detail_AsListed"] : Text[$"Action_{Entry.Action}", Entry.Score];

    private string Icon => Entry.Action switch
    {
        RuleAction.Score => Icons.Material.Outlined.Add,
        RuleAction.Review => Icons.Material.Outlined.PersonSearch,
        RuleAction.Reject => Icons.Material.Outlined.Dangerous,
    };

    private string ToneClass => Entry.Action switch
    {
        RuleAction.Score => "is-score",
        RuleAction.Review => "is-review",
        RuleAction.Reject => "is-reject",
    };
}
