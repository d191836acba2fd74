using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk.Watch;

namespace PagoConsole.Rules.Watch;

/// <summary>The version that was in force before, and the way back to it.</summary>
public sealed partial class FormerVersion
{
    [Inject]
    internal IStringLocalizer<WatchText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required WatchedVersion Former { get; set; }
}
