using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Rules.Preview;

/// <summary>What somebody wants of a search.</summary>
/// <param name="Precision">The least precision, above 0 up to 1; null: the best balance.</param>
/// <param name="Days">Over how many days.</param>
public sealed record SuggestWish(double? Precision, int Days);

/// <summary>Asks what a search for better thresholds is after.</summary>
public sealed partial class SuggestForm
{
    private static readonly int[] Spans = [90, 180, 366];

    private bool precise;
    private int? percent = 90;
    private int days = 180;

    [Inject]
    internal IStringLocalizer<PreviewText> Text { get; set; } = default!;

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback<SuggestWish> OnStart { get; set; }

    private Task StartAsync() => precise && percent is null or < 1 or > 100
        ? Task.CompletedTask
        : OnStart.InvokeAsync(new SuggestWish(precise ? percent / 100.0 : null, days));
}
