using Microsoft.AspNetCore.Components.Authorization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;

namespace PagoConsole.Shared;

/// <summary>The person on this circuit, as the actor that queries and actions ask for.</summary>
internal sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in; no page that asks is shown then.</exception>
    public async Task<Actor> GetAsync() =>
        PersonClaims.ActorOf((await authentication.GetAuthenticationStateAsync()).User)
        ?? throw new InvalidOperationException("Nobody is signed in.");
}
