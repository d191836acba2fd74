using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;

namespace PagoConsole.Rules.Tuning;

/// <summary>Words of a rule, such as categories or countries, separated by commas.</summary>
public sealed partial class WordsField
{
    private static readonly char[] Between = [',', '，', '、', ';', '\n'];
    private string? seen;
    private string? began;
    private string typed = "";
    private string? fault;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    /// <summary>How many words there may be.</summary>
    [Parameter, EditorRequired]
    public int Most { get; set; }

    /// <summary>Whether they are country codes.</summary>
    [Parameter]
    public bool Countries { get; set; }

    /// <summary>The words as a JSON array.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter]
    public string? Was { get; set; }

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Keeps a value: from what it was when the editing began, to what it becomes. Gives what is wrong with it.</summary>
    [Parameter, EditorRequired]
    public required Func<string?, string, Task<Refusal?>> Keep { get; set; }

    [Parameter]
    public EventCallback OnUndo { get; set; }

    private string[] Typed => [.. typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(word => Countries ? word.ToUpperInvariant() : word).Distinct()];

    protected override void OnParametersSet()
    {
        if (seen == Value) return;
        seen = Value;
        if (began is not null) return;
        typed = string.Join(", ", SettingText.Read<string[]>(Value));
        fault = null;
    }

    private void Type(ChangeEventArgs change)
    {
        began ??= Value;
        typed = change.Value?.ToString() ?? "";
        fault = Typed.Length > Most ? Text["Fault_Words", Most].Value
            : Countries && Typed.FirstOrDefault(word => word.Length != 2) is { } wrong ? Text["Fault_Country", wrong].Value : null;
    }

    private async Task CommitAsync(ChangeEventArgs change)
    {
        Type(change);
        if (fault is not null) return;
        var (from, to) = (began, SettingText.Of(Typed));
        began = null;
        if (from == to) return;
        if (await Keep(from, to) is { } refusal)
        {
            typed = string.Join(", ", SettingText.Read<string[]>(Value));
            fault = refusal.Code == RefusalCode.Invalid ? Text["Fault_Words", Most].Value : null;
        }
    }
}
