using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SecondFactor;
using PagoConsole.Core.People.SignIns;

namespace PagoConsole.SignIn;

/// <summary>Somebody's own second factor: set up with an authenticator, new recovery codes, and off where that is allowed.</summary>
public sealed partial class SecondFactorPage
{
    private Person? person;
    private IReadOnlyList<string>? codes;
    private string? fault;
    private string key = "";
    private int left;
    private bool required;

    [Inject]
    internal IStringLocalizer<SignInText> Text { get; set; } = default!;

    [Inject]
    internal OwnSecondFactor Factor { get; set; } = default!;

    [Inject]
    internal SignInManager<Person> Session { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [SupplyParameterFromForm(Name = "Input", FormName = "factor")]
    internal Form? Posted { get; set; }

    /// <summary>What authenticators read: the key under the console's and the person's name.</summary>
    private string CodesFile => $"data:text/plain;charset=utf-8,{System.Uri.EscapeDataString(string.Join('\n', codes ?? []))}";

    private string Uri => $"otpauth://totp/PagoConsole:{System.Uri.EscapeDataString(person!.Email ?? person.DisplayName)}?secret={key}&issuer=PagoConsole&digits=6";

    protected override async Task OnInitializedAsync()
    {
        person = await Session.UserManager.GetUserAsync(Context.User);
        await LookAsync();
    }

    private async Task LookAsync()
    {
        if (person is not { PasswordHash: not null }) return;
        required = await Factor.IsRequiredAsync(person);
        if (person.TwoFactorEnabled)
        {
            left = await Factor.LeftAsync(person);
            return;
        }

        var stamp = person.SecurityStamp;
        key = await Factor.KeyAsync(person);
        if (stamp != person.SecurityStamp) await Session.RefreshSignInAsync(person); // a new key ends all sessions, but not this one
    }

    private async Task SubmitAsync()
    {
        if (person is null) return;
        var (code, ct) = (Posted?.Code ?? "", Context.RequestAborted);
        var refusal = Posted?.What switch
        {
            "renew" => Keep(await Factor.RenewCodesAsync(person, code, ct)),
            "off" => (await Factor.TurnOffAsync(person, code, ct)).Refusal,
            _ => Keep(await Factor.TurnOnAsync(person, code, ct)),
        };
        if (refusal is null)
        {
            await Session.RefreshSignInAsync(person);
        }
        else
        {
            var locked = person.LockoutEnd > Time.GetUtcNow();
            fault = Text.Of(new SignInAnswer(locked ? SignInOutcome.LockedOut : SignInOutcome.WrongCode, person.LockoutEnd), Time.GetUtcNow());
        }

        await LookAsync();
    }

    private Refusal? Keep(Result<IReadOnlyList<string>> result)
    {
        if (result.Done) codes = result.Value;
        return result.Refusal;
    }

    private static string Spaced(string key) => string.Join(' ', key.Chunk(4).Select(part => new string(part)));

    /// <summary>What the form sends.</summary>
    internal sealed class Form
    {
        public string? Code { get; set; }

        public string? What { get; set; }
    }
}
