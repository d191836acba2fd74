using Microsoft.AspNetCore.Identity;
using PagoConsole.Core.People;

namespace PagoConsole.SignIn;

/// <summary>Whether a password may be chosen, by the same rules wherever one is.</summary>
internal static class PasswordRules
{
    /// <summary>The key of the words that say what is wrong; null if nothing is.</summary>
    public static async Task<string?> FaultOfAsync(UserManager<Person> people, Person person, string? password, string? again)
    {
        if (password != again) return "Password_Differs";
        foreach (var rule in people.PasswordValidators)
            if (!(await rule.ValidateAsync(people, person, password)).Succeeded) return "Password_Rule";
        return null;
    }
}
