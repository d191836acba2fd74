using Microsoft.AspNetCore.Components;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>The session ended while a page was open: to sign-in, and back to the same page from there.</summary>
public sealed partial class SessionEnded
{
    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    protected override void OnInitialized() =>
        Navigation.NavigateTo(ConsoleUrls.SignInFrom(new Uri(Navigation.Uri).PathAndQuery), forceLoad: true);
}
