using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>Somebody's own way in: who they are here, their password and second factor, and the end of all their sessions.</summary>
public sealed partial class AccountPage
{
    private Person? person;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal SignInManager<Person> Session { get; set; } = default!;

    [Inject]
    internal SignOutEverywhere Everywhere { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override async Task OnInitializedAsync() => person = await Session.UserManager.GetUserAsync(Context.User);

    private async Task SignOutAsync()
    {
        if (person is null || PersonClaims.ActorOf(Context.User) is not { } actor) return;
        await Everywhere.RunAsync(person.Id, actor, Context.RequestAborted);
        await Session.SignOutAsync();
        Navigation.NavigateTo(ConsoleUrls.SignIn, forceLoad: true);
    }
}
