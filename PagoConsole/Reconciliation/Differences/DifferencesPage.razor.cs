using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Differences;

/// <summary>The differences of many days: what is open anywhere, what is one's own, what an order or payment has.</summary>
public sealed partial class DifferencesPage : IDisposable
{
    private static readonly DateOnly First = new(2000, 1, 1);
    private DifferencesFilter filter = new();

    [Inject]
    internal IStringLocalizer<DifferencesText> Text { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    private DateOnly From => filter.From ?? First;

    private DateOnly To => filter.To ?? Lima.DayOf(Time.GetUtcNow());

    public void Dispose() => Navigation.LocationChanged -= Moved;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += Moved;
        Read();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath != ConsoleUrls.DifferencesPath) return;
        Read();
        _ = InvokeAsync(StateHasChanged);
    }

    private void Read() => filter = DifferencesFilter.Parse(new AddressQuery(Navigation.Uri).Read);
}
