using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People;
using PagoConsole.Shared;

namespace PagoConsole.SignIn;

/// <summary>The first admin of an empty installation, led here by the link in the log.</summary>
public sealed partial class SetupPage
{
    private static readonly EmailAddressAttribute Address = new();

    private bool valid;
    private List<string> faults = [];

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal SetupFirstAdmin FirstAdmin { get; set; } = default!;

    [Inject]
    internal SignInManager<Person> Session { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Parameter]
    public required string Token { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "setup")]
    internal Form? Posted { get; set; }

    private Form Input => Posted ?? Empty;

    private Form Empty { get; } = new();

    protected override async Task OnInitializedAsync() => valid = await FirstAdmin.IsValidAsync(Token, Context.RequestAborted);

    private async Task SubmitAsync()
    {
        faults = [.. await FaultsAsync()];
        if (faults.Count > 0) return;
        var made = await FirstAdmin.RunAsync(Token, Input.Email!.Trim(), Input.Name!.Trim(), Input.Password!, Context.RequestAborted);
        if (!made.Done)
        {
            valid = false;
            return;
        }

        await Session.SignInAsync(made.Value, isPersistent: false);
        Navigation.NavigateTo(ConsoleUrls.Home, forceLoad: true);
    }

    private async Task<IEnumerable<string>> FaultsAsync()
    {
        if (string.IsNullOrWhiteSpace(Input.Name) || !Address.IsValid(Input.Email?.Trim()) || string.IsNullOrWhiteSpace(Input.Email)) return [Text["Setup_Fields"]];
        var rule = await PasswordRules.FaultOfAsync(Session.UserManager, new Person { DisplayName = Input.Name }, Input.Password, Input.Again);
        return rule is null ? [] : [Text[rule]];
    }

    /// <summary>What the form sends.</summary>
    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? Again { get; set; }
    }
}
