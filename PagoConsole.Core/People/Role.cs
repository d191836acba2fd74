namespace PagoConsole.Core.People;

/// <summary>What somebody is here. The names are those of the roles in the database and in cookies.</summary>
public enum Role
{
    /// <summary>Works review cases.</summary>
    Analyst,

    /// <summary>An analyst who also takes cases over and sees how the team does.</summary>
    Lead,

    /// <summary>Money cases, refunds and reconciliation.</summary>
    Finance,

    /// <summary>Rules, lists, people, keys and jobs; decides neither cases nor money.</summary>
    Admin,

    /// <summary>Reads all of it, masked, and changes nothing.</summary>
    Auditor,
}
