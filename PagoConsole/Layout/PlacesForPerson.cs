using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;

namespace PagoConsole.Layout;

/// <summary>What a role cannot use is not shown: the places whose policy the signed-in person meets.</summary>
internal sealed class PlacesForPerson(IAuthorizationService authorization)
{
    public async Task<IReadOnlyList<Place>> AllowedAsync(Task<AuthenticationState>? authentication)
    {
        if (authentication is null) return [];
        var person = (await authentication).User;
        var allowed = new List<Place>();
        foreach (var place in Place.All)
        {
            if (place.Needs is not { } needed || (await authorization.AuthorizeAsync(person, null, needed.ToString())).Succeeded)
                allowed.Add(place);
        }

        return allowed;
    }
}
