using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>A difference: its sign says which way, and the colour only repeats it.</summary>
public sealed partial class SignedMoney
{
    /// <summary>Hundredths.</summary>
    [Parameter, EditorRequired]
    public required long Minor { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    /// <summary>Whether a negative amount is what needs somebody; else a positive one is.</summary>
    [Parameter]
    public bool NegativeIsBad { get; set; }

    /// <summary>Whether it needs nobody, whichever its sign: what is not due yet.</summary>
    [Parameter]
    public bool Calm { get; set; }

    // A negative amount has its sign where every other one has it.
    private string? Sign => Minor > 0 ? "+" : null;

    private string? Class => Calm || Minor == 0 ? "none" : Minor < 0 == NegativeIsBad ? "bad" : "odd";
}
