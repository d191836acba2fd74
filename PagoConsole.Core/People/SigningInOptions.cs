using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.People;

/// <summary>Section <c>SignIn</c>.</summary>
public sealed class SigningInOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "SignIn";

    /// <summary>Whether an admin who signs in with a password must have a second factor before anything else.</summary>
    /// <value>Default: true in Production, where it cannot be turned off; else false.</value>
    public bool? AdminsNeedSecondFactor { get; set; }

    /// <summary>Refused sign-ins of one address (of IPv6 its /64) in a minute, from which on the others of that minute are not looked at.</summary>
    /// <value>Default: 30. From 5 to 10000.</value>
    [Range(5, 10_000, ErrorMessage = "takes a number from 5 to 10000")]
    public int RefusedPerMinute { get; set; } = 30;

    /// <summary>An identity provider beside the passwords.</summary>
    public ProviderOptions OpenIdConnect { get; set; } = new();

    /// <summary>Whether admins need one here.</summary>
    public bool SecondFactorOfAdmins(IHostEnvironment? host) => AdminsNeedSecondFactor ?? host?.IsProduction() == true;
}

/// <summary>Section <c>SignIn:OpenIdConnect</c>; without an authority there is no provider.</summary>
public sealed class ProviderOptions
{
    /// <summary>The provider's address, under which <c>/.well-known/openid-configuration</c> is found; https but on this machine.</summary>
    /// <value>Default: none.</value>
    public string? Authority { get; set; }

    /// <summary>Who we are to the provider.</summary>
    public string? ClientId { get; set; }

    /// <summary>Our secret there.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What its button says.</summary>
    /// <value>Default: the authority's host.</value>
    public string? Name { get; set; }

    /// <summary>The claim that tells roles.</summary>
    /// <value>Default: <c>roles</c>.</value>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>What a value of that claim means here: the name of a role. Whoever has none of them is not let in.</summary>
    /// <value>Default: none. At least one is required.</value>
    public Dictionary<string, string> Roles { get; set; } = [];

    /// <summary>Scopes asked for besides <c>openid profile email</c>.</summary>
    /// <value>Default: none.</value>
    public string[] Scopes { get; set; } = [];

    /// <summary>Whether claims are also asked for at the provider's user information endpoint.</summary>
    /// <value>Default: false.</value>
    public bool AskUserInfo { get; set; }

    /// <summary>Whether a provider is configured.</summary>
    public bool Configured => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>The roles that values of the claim mean.</summary>
    public IReadOnlySet<Role> RolesOf(IEnumerable<string> values) =>
        values.Where(Roles.ContainsKey).Select(value => Enum.Parse<Role>(Roles[value], ignoreCase: true)).ToHashSet();
}

internal sealed class CheckSignIn(IHostEnvironment? host = null) : IValidateOptions<SigningInOptions>
{
    private const string Provider = $"{SigningInOptions.Section}:{nameof(SigningInOptions.OpenIdConnect)}";

    public ValidateOptionsResult Validate(string? name, SigningInOptions options)
    {
        List<string> faults = [.. options.OpenIdConnect.Configured ? Of(options.OpenIdConnect) : []];
        if (options.AdminsNeedSecondFactor == false && host?.IsProduction() == true)
            faults.Add($"{SigningInOptions.Section}:{nameof(options.AdminsNeedSecondFactor)}: cannot be false in Production");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Of(ProviderOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == "https" || (authority.Scheme == "http" && authority.IsLoopback)))
            yield return $"{Provider}:{nameof(options.Authority)}: takes an absolute https address";
        if (string.IsNullOrWhiteSpace(options.ClientId)) yield return $"{Provider}:{nameof(options.ClientId)}: is missing";
        if (string.IsNullOrWhiteSpace(options.ClientSecret)) yield return $"{Provider}:{nameof(options.ClientSecret)}: is missing";
        if (string.IsNullOrWhiteSpace(options.RoleClaim)) yield return $"{Provider}:{nameof(options.RoleClaim)}: is empty";
        if (options.Roles.Count == 0) yield return $"{Provider}:{nameof(options.Roles)}: takes at least one value of the claim and the role that it means";
        foreach (var (value, role) in options.Roles)
        {
            if (!Enum.TryParse<Role>(role, ignoreCase: true, out var known) || !Enum.IsDefined(known))
                yield return $"{Provider}:{nameof(options.Roles)}:{value}: takes a role: {string.Join(", ", Enum.GetNames<Role>())}";
        }
    }
}
