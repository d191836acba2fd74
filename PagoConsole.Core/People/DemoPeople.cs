using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.People;

/// <summary>Section <c>Demo</c>, as far as it concerns people.</summary>
public sealed class DemoPeopleOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Demo";

    /// <summary>The password of every demo user.</summary>
    public const string Password = "Demo-1234!";

    /// <summary>The mail domain of demo users; nobody of it may exist in Production.</summary>
    public const string Domain = "@demo.pe";

    private static readonly string[] Standard = ["analyst", "analyst2", "lead", "finance", "finance2", "admin", "admin2", "auditor"];

    /// <summary>E-mail addresses of users made at start outside Production; the word before the @, without digits, is the role.</summary>
    /// <value>Default: analyst, analyst2, lead, finance, finance2, admin, admin2 and auditor, all <c>@demo.pe</c>. None in Production.</value>
    public string[]? Users { get; set; }

    internal IEnumerable<string> Wanted => Users ?? [.. Standard.Select(name => name + Domain)];

    internal static Role? RoleOf(string email) =>
        Enum.TryParse<Role>(email.Split('@')[0].TrimEnd([.. "0123456789"]), ignoreCase: true, out var role) ? role : null;
}

/// <summary>Demo users are known to everybody, so Production refuses to start with any configured.</summary>
internal sealed class CheckDemoPeople(IHostEnvironment? host = null) : IValidateOptions<DemoPeopleOptions>
{
    public ValidateOptionsResult Validate(string? name, DemoPeopleOptions options)
    {
        const string Key = $"{DemoPeopleOptions.Section}:{nameof(DemoPeopleOptions.Users)}";
        if (host?.IsProduction() == true && options.Users is { Length: > 0 })
            return ValidateOptionsResult.Fail($"{Key}: takes no users in Production; their password is known to everybody");
        var faults = (options.Users ?? []).Select((email, at) => (email, at))
            .Where(user => DemoPeopleOptions.RoleOf(user.email) is null || !user.email.Contains('@'))
            .Select(user => $"{Key}:{user.at}: takes an e-mail address that begins with a role: {string.Join(", ", Enum.GetNames<Role>()).ToLowerInvariant()}")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
