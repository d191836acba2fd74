using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Team;
using PagoConsole.Shared;

namespace PagoConsole.Team;

/// <summary>The decisions that turned out otherwise, each with its order.</summary>
public sealed partial class OverturnedTable
{
    [Inject]
    internal IStringLocalizer<TeamText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    /// <summary>What a link to it ends with.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<DecidedCase> Cases { get; set; }
}
