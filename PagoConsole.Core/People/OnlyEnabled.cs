using Microsoft.AspNetCore.Identity;

namespace PagoConsole.Core.People;

/// <summary>Lets everybody sign in but those who were disabled.</summary>
internal sealed class OnlyEnabled : IUserConfirmation<Person>
{
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) => Task.FromResult(!user.Disabled);
}
