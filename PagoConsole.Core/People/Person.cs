using Microsoft.AspNetCore.Identity;

namespace PagoConsole.Core.People;

/// <summary>Somebody who works with the console. Signs in by e-mail, which is also the user name.</summary>
public sealed class Person : IdentityUser
{
    /// <summary>What colleagues call them; unique, because the journal names them by it.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Kept, because the journal names them, but cannot sign in and loses running sessions.</summary>
    public bool Disabled { get; set; }

    /// <summary>The language they chose, as a culture name; null follows the browser.</summary>
    public string? Culture { get; set; }

    /// <summary>When they were added.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When they last signed in.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
