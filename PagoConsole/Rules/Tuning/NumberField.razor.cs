using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>
/// A number of a rule: a field for any value within its bounds and a slider for the usual ones. What does not fit is refused where it is typed;
/// what fits is tried while the hand moves, and kept when it lets go. What is typed is never written back while the typing goes on: an answer that
/// comes late would take away what was typed since.
/// </summary>
public sealed partial class NumberField
{
    private string? seen;
    private string? began;
    private string field = "";
    private string typed = "";
    private decimal slid;
    private decimal? good;
    private string? fault;
    private SliderScale scale;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter, EditorRequired]
    public required SettingBounds Bounds { get; set; }

    /// <summary>The value as JSON text; null or "null" is off.</summary>
    [Parameter, EditorRequired]
    public required string? Value { get; set; }

    /// <summary>The value that was there first, around which the slider reaches.</summary>
    [Parameter, EditorRequired]
    public decimal Around { get; set; }

    /// <summary>Values that matter.</summary>
    [Parameter]
    public IReadOnlyList<double> Tries { get; set; } = [];

    [Parameter]
    public string? Was { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Says a value in words.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Say { get; set; }

    /// <summary>Keeps a value: from what it was when the editing began, to what it becomes. Gives what is wrong with it.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, string, Task<Refusal?>> Keep { get; set; }

    /// <summary>A value that is not kept yet.</summary>
    [Parameter]
    public EventCallback<string> OnTry { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    private bool Off => Value is null or SettingText.Off;

    // The last number that could be kept.
    private decimal Shown => good ?? Around;

    private string Unit => Bounds.Unit == SettingUnit.Count ? "" : Text[$"Unit_{Bounds.Unit}"];

    private string BoundsText => Text["Bounds", Plain((decimal)Bounds.Min), Plain((decimal)Bounds.Max)];

    protected override void OnParametersSet()
    {
        scale = SliderScale.Of(Bounds, Around, Tries);
        if (seen == Value && seen is not null) return;
        seen = Value;
        if (began is not null && fault is null && typed.Length > 0) return; // somebody is at it: their edit says what it began with, and is refused
        ShowKept();
        fault = null;
    }

    private static string Invariant(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("#,0.##", CultureInfo.CurrentCulture);

    private string WordsOf(decimal number) => Say(Invariant(number));

    private void ShowKept()
    {
        field = typed = Off ? "" : Value!;
        good = TypedNumber.Of(typed);
        slid = Shown;
    }

    private async Task Type(ChangeEventArgs change)
    {
        if (Take(change.Value?.ToString() ?? "")) slid = Shown;
        if (fault is null) await OnTry.InvokeAsync(Invariant(Shown));
    }

    private async Task Slide(ChangeEventArgs change)
    {
        if (TypedNumber.Of(change.Value?.ToString()) is not { } at) return;
        field = Invariant(Math.Clamp(at, (decimal)Bounds.Min, (decimal)Bounds.Max));
        if (Take(field)) await OnTry.InvokeAsync(field);
    }

    private bool Take(string text)
    {
        began ??= Value ?? SettingText.Off;
        typed = text;
        var number = TypedNumber.Of(text);
        var fits = number is { } known && Bounds.Holds(known);
        fault = fits ? null : Text[!Bounds.Fractions ? "Fault_Whole" : Bounds.Decimals == 2 ? "Fault_Money" : "Fault_Number", BoundsText].Value;
        if (fits) good = number;
        return fits;
    }

    private async Task CommitAsync(ChangeEventArgs change)
    {
        await Type(change);
        if (fault is null) await KeepAsync(Invariant(Shown));
    }

    private async Task SlidAsync(ChangeEventArgs change)
    {
        await Slide(change);
        slid = Shown;
        if (fault is null) await KeepAsync(Invariant(Shown));
    }

    private Task SwitchAsync(ChangeEventArgs change)
    {
        began = Value ?? SettingText.Off;
        fault = null;
        return KeepAsync(change.Value is true ? SettingText.Off : Invariant(Math.Clamp(Around, (decimal)Bounds.Min, (decimal)Bounds.Max)));
    }

    private async Task KeepAsync(string to)
    {
        var (from, meant) = (began, typed);
        began = null;
        if (from == to) return;
        var refusal = await Keep(from, to);
        if (refusal is null) return;
        ShowKept();
        fault = refusal.Code switch
        {
            RefusalCode.Invalid => Text["Fault_Refused", BoundsText].Value,
            RefusalCode.DraftChanged => Text["Fault_Changed", Off ? Rules["Setting_Off"].Value : WordsOf(Shown), meant].Value,
            _ => null,
        };
    }
}
