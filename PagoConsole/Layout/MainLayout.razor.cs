using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Layout;

/// <summary>The frame: rail, top bar, and a page that may fail without taking the frame with it.</summary>
public sealed partial class MainLayout : IDisposable
{
    private ErrorBoundary? boundary;
    private bool drawerOpen;

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    /// <summary>With a base href, a bare <c>#content</c> would lead to the start page.</summary>
    private string SkipHref => $"{new Uri(Navigation.Uri).PathAndQuery}#content";

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        drawerOpen = false;
        boundary?.Recover();
        _ = InvokeAsync(StateHasChanged);
    }

    private void ToggleDrawer() => drawerOpen = !drawerOpen;

    private void CloseDrawer() => drawerOpen = false;

    private void Recover() => boundary?.Recover();
}
