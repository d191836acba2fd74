using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Orders;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Layout;

/// <summary>Goes anywhere from the keyboard: to an order by whatever one knows of it, or to a place of the house by its name.</summary>
public sealed partial class SearchPalette : IDisposable
{
    private const int MostOrders = 6;
    private const int MostAccounts = 3;
    private static readonly TimeSpan AfterTyping = TimeSpan.FromMilliseconds(150);

    private IReadOnlyList<Place> places = [];
    private IReadOnlyList<Hit> hits = [];
    private CancellationTokenSource typing = new();
    private string query = "";
    private int selected;

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal PlacesForPerson Places { get; set; } = default!;

    [Inject]
    internal OrderList Orders { get; set; } = default!;

    [Inject]
    internal AccountSearch Accounts { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    [CascadingParameter]
    internal Task<AuthenticationState>? Authentication { get; set; }

    public void Dispose()
    {
        typing.Cancel();
        typing.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        places = await Places.AllowedAsync(Authentication);
        hits = [.. PlaceHits()];
    }

    private async Task TypeAsync(ChangeEventArgs e)
    {
        query = e.Value as string ?? "";
        typing.Cancel();
        typing.Dispose();
        typing = new CancellationTokenSource();
        var still = typing.Token;
        selected = 0;
        hits = [.. PlaceHits(), .. SearchHit()];
        try
        {
            await Task.Delay(AfterTyping, still);
            var found = await OrderHitsAsync(still);
            var accounts = await AccountHitsAsync(still);
            if (!still.IsCancellationRequested) hits = [.. found, .. accounts, .. PlaceHits(), .. SearchHit()];
        }
        catch (OperationCanceledException) when (still.IsCancellationRequested)
        {
            // The next letter came.
        }
    }

    private async Task<IEnumerable<Hit>> OrderHitsAsync(CancellationToken ct)
    {
        if (query.Trim().Length < 3) return [];
        var read = await Orders.ReadAsync(new OrderFilter(query), null, await CurrentActor.GetAsync(), ct);
        return !read.Done ? [] : read.Value.Rows.Take(MostOrders).Select(row => new Hit(
            Icons.Material.Outlined.ReceiptLong, row.OrderId, $"{MoneyFormat.Of(row.Amount)} · {Words[$"Status_{row.Status}"]}", ConsoleUrls.Order(row.OrderId)));
    }

    private async Task<IEnumerable<Hit>> AccountHitsAsync(CancellationToken ct)
    {
        if (query.Trim().Length < 3) return [];
        var read = await Accounts.ReadAsync(query, await CurrentActor.GetAsync(), ct);
        return !read.Done ? [] : read.Value.Take(MostAccounts).Select(account => new Hit(
            Icons.Material.Outlined.ManageAccounts, account.AccountId, Text.Count("Hit_Account", account.Orders, Rules[$"Kind_{account.Matched}"].Value), ConsoleUrls.Account(account.AccountId)));
    }

    private IEnumerable<Hit> PlaceHits() => places
        .Select(place => new Hit(place.Icon, Text[$"Place_{place.Key}"], null, place.Href))
        .Where(hit => CultureInfo.CurrentCulture.CompareInfo.IndexOf(hit.Title, query.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);

    private IEnumerable<Hit> SearchHit() => query.Trim() is { Length: > 0 } text
        ? [new Hit(Icons.Material.Outlined.Search, Text["SearchOrders", text], null, ConsoleUrls.Orders(new OrdersFilter { Search = text }))]
        : [];

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
