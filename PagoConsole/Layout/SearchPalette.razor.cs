using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Layout;

/// <summary>Goes anywhere from the keyboard: to a place of the house by its name.</summary>
public sealed partial class SearchPalette
{
    private IReadOnlyList<Place> places = [];
    private IReadOnlyList<Hit> hits = [];
    private ElementReference input;
    private string query = "";
    private int selected;

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal PlacesForPerson Places { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [CascadingParameter]
    internal Task<AuthenticationState>? Authentication { get; set; }

    private string Query
    {
        get => query;
        set
        {
            query = value;
            Find();
        }
    }

    protected override async Task OnInitializedAsync()
    {
        places = await Places.AllowedAsync(Authentication);
        Find();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await input.FocusAsync();
    }

    private void Find()
    {
        selected = 0;
        var compare = CultureInfo.CurrentCulture.CompareInfo;
        hits =
        [
            .. places
                .Select(place => new Hit(place.Icon, Text[$"Place_{place.Key}"], null, place.Href))
                .Where(hit => compare.IndexOf(hit.Title, query.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0),
        ];
    }

    private void OnKey(KeyboardEventArgs e)
    {
        if (hits.Count == 0) return;
        if (e.Key == "ArrowDown") selected = (selected + 1) % hits.Count;
        else if (e.Key == "ArrowUp") selected = (selected + hits.Count - 1) % hits.Count;
        else if (e.Key == "Enter") Go(hits[selected]);
    }

    private void Go(Hit hit)
    {
        Dialog?.Close();
        Navigation.NavigateTo(hit.Href);
    }

    private sealed record Hit(string Icon, string Title, string? Detail, string Href);
}
