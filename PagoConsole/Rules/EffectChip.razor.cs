using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>What being on a list means.</summary>
public sealed partial class EffectChip
{
    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public ListEffect Effect { get; set; }

    private Tone Tone => Effect switch
    {
        ListEffect.Block => Tone.Bad,
        ListEffect.Review => Tone.Waiting,
        ListEffect.Trust => Tone.Good,
    };

    private string Icon => Effect switch
    {
        ListEffect.Block => Icons.Material.Outlined.Block,
        ListEffect.Review => Icons.Material.Outlined.PersonSearch,
        ListEffect.Trust => Icons.Material.Outlined.VerifiedUser,
    };
}
