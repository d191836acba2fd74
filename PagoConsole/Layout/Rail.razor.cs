using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace PagoConsole.Layout;

/// <summary>The places of the house that this person may enter.</summary>
public sealed partial class Rail
{
    private IReadOnlyList<Place> places = [];

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal PlacesForPerson Places { get; set; } = default!;

    [CascadingParameter]
    internal Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>Somebody went somewhere: the drawer may close.</summary>
    [Parameter]
    public EventCallback OnNavigate { get; set; }

    protected override async Task OnParametersSetAsync() => places = await Places.AllowedAsync(Authentication);
}
