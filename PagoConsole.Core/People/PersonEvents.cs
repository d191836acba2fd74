namespace PagoConsole.Core.People;

/// <summary>Kinds of journal entries about people and how they sign in.</summary>
public static class PersonEvents
{
    /// <summary>How all of them begin.</summary>
    public const string Prefix = "person.";

    /// <summary>Somebody was added who can sign in at once.</summary>
    public const string Added = "person.added";

    /// <summary>The first admin was made.</summary>
    public const string FirstAdmin = "person.first_admin";

    /// <summary>Somebody was invited.</summary>
    public const string Invited = "person.invited";

    /// <summary>A link was made with which somebody chooses a password; the former password and all sessions ended.</summary>
    public const string LinkMade = "person.link_made";

    /// <summary>Somebody chose a password.</summary>
    public const string PasswordSet = "person.password_set";

    /// <summary>Roles were changed.</summary>
    public const string RolesChanged = "person.roles_changed";

    /// <summary>Somebody can sign in no more.</summary>
    public const string Disabled = "person.disabled";

    /// <summary>Somebody can sign in again.</summary>
    public const string Enabled = "person.enabled";

    /// <summary>All sessions of somebody ended.</summary>
    public const string SignedOutEverywhere = "person.signed_out_everywhere";

    /// <summary>A second factor was set up.</summary>
    public const string SecondFactorOn = "person.second_factor_on";

    /// <summary>A second factor was taken away.</summary>
    public const string SecondFactorOff = "person.second_factor_off";

    /// <summary>New recovery codes were made; the former ones hold no more.</summary>
    public const string CodesRenewed = "person.recovery_codes_renewed";

    /// <summary>Somebody signed in.</summary>
    public const string SignedIn = "person.signed_in";

    /// <summary>Somebody was not let in.</summary>
    public const string Refused = "person.sign_in_refused";

    /// <summary>The stream of one person.</summary>
    public static string StreamOf(string personId) => $"person/{personId}";
}
