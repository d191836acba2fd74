using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Differences;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>How far people have come with a difference: icon, word and colour; one that mended itself says how.</summary>
public sealed partial class DifferenceStateChip
{
    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DifferenceState State { get; set; }

    /// <summary>How it mended itself, if it did.</summary>
    [Parameter]
    public Mending? Mended { get; set; }

    /// <summary>Whether a second person must agree to write it off.</summary>
    [Parameter]
    public bool Second { get; set; }

    private string Word => (Mended, Second) switch
    {
        ({ }, _) => Text["State_Mended"],
        (null, true) => Text["State_Second"],
        _ => Text[$"State_{State}"],
    };

    private string? Hint => Mended is { } how ? Text[$"Mended_{how}"].Value : null;
}
