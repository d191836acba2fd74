using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>What is selected, and what can be done with it.</summary>
public sealed partial class ManyBar
{
    private const string Release = "-";

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required int Count { get; set; }

    /// <summary>How many the filter shows.</summary>
    [Parameter, EditorRequired]
    public required int All { get; set; }

    /// <summary>Who may work on differences, by name.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> People { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    /// <summary>A run is at work already.</summary>
    [Parameter]
    public bool Busy { get; set; }

    [Parameter]
    public EventCallback OnAll { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    [Parameter]
    public EventCallback<ManyWish> OnDo { get; set; }

    private Task AssignAsync(ChangeEventArgs chosen) => chosen.Value as string is { Length: > 0 } owner ? OnDo.InvokeAsync(new ManyWish(null, owner == Release ? null : owner)) : Task.CompletedTask;
}
