using Microsoft.AspNetCore.Identity;

namespace PagoConsole.Core.People.SecondFactor;

/// <summary>Codes of an authenticator as Identity checks them, but each is right once only: who looked over a shoulder comes too late.</summary>
internal sealed class OneTimeCodes : AuthenticatorTokenProvider<Person>
{
    private const string Ours = "[PagoConsole]";
    private const string Last = "LastCode";

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (!await base.ValidateAsync(purpose, token, manager, user)) return false;
        if (await manager.GetAuthenticationTokenAsync(user, Ours, Last) == token) return false;
        return (await manager.SetAuthenticationTokenAsync(user, Ours, Last, token)).Succeeded;
    }
}
