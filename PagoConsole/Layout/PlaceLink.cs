using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace PagoConsole.Layout;

/// <summary>A link of the rail. A place within a place, as the team within the reviews, is the active one alone.</summary>
public sealed class PlaceLink : NavLink
{
    [Inject]
    internal NavigationManager Addresses { get; set; } = default!;

    /// <summary>Addresses of places within this one.</summary>
    [Parameter]
    public IEnumerable<string> Within { get; set; } = [];

    /// <summary>Further addresses of the same place.</summary>
    [Parameter]
    public IEnumerable<string> Also { get; set; } = [];

    protected override bool ShouldMatch(string uriAbsolute) =>
        Also.Any(href => PathOf(uriAbsolute) == Addresses.ToAbsoluteUri(href).AbsolutePath)
        || (base.ShouldMatch(uriAbsolute) && !Within.Any(href => PathOf(uriAbsolute) == Addresses.ToAbsoluteUri(href).AbsolutePath));

    private static string PathOf(string address) => new Uri(address).AbsolutePath.TrimEnd('/');
}
