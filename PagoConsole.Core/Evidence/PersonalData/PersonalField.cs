using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>Whose data a field holds.</summary>
public enum PersonalSubject
{
    /// <summary>Whoever buys, or receives what was bought.</summary>
    Buyer,

    /// <summary>Whoever sells.</summary>
    Seller,

    /// <summary>A colleague who works with the console.</summary>
    Colleague,

    /// <summary>Whoever is written about, or calls.</summary>
    Anybody,
}

/// <summary>What a field holds.</summary>
public enum PersonalKind
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>An identity document's number, or a RUC.</summary>
    Document,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A street address.</summary>
    Address,

    /// <summary>A network address.</summary>
    NetworkAddress,

    /// <summary>A device's fingerprint or browser.</summary>
    Device,

    /// <summary>A name that stands for somebody elsewhere: an account, a hash, a session.</summary>
    Pseudonym,

    /// <summary>A bank account.</summary>
    BankAccount,

    /// <summary>Words that somebody wrote freely.</summary>
    FreeWords,

    /// <summary>A message or record as a whole, in which several of these stand.</summary>
    Record,

    /// <summary>A file.</summary>
    Attachment,

    /// <summary>What proves who somebody is: a hash of a password, a key of a second factor.</summary>
    Credential,

    /// <summary>What somebody bought, or how it was judged.</summary>
    Behaviour,
}

/// <summary>Why a field is kept.</summary>
public enum PersonalPurpose
{
    /// <summary>To assess the risk of an order.</summary>
    Assessing,

    /// <summary>To make a payment and tell of it.</summary>
    Paying,

    /// <summary>To give money back to the right person.</summary>
    Refunding,

    /// <summary>To prove later what happened.</summary>
    Proof,

    /// <summary>To find orders, accounts and links again.</summary>
    Search,

    /// <summary>To make or check a tax invoice.</summary>
    Invoice,

    /// <summary>To know who did what.</summary>
    Accountability,

    /// <summary>To let the right people in and keep the others out.</summary>
    Security,

    /// <summary>To reconcile money.</summary>
    Matching,

    /// <summary>To work as a person prefers.</summary>
    Comfort,
}

/// <summary>How a field is masked.</summary>
public enum PersonalMask
{
    /// <summary>Initials.</summary>
    Initials,

    /// <summary>The last characters.</summary>
    Tail,

    /// <summary>First letter and domain.</summary>
    Domain,

    /// <summary>The network without the host.</summary>
    Network,

    /// <summary>Hidden.</summary>
    Hidden,

    /// <summary>What is recognised as personal in it is masked.</summary>
    Words,

    /// <summary>It is a hash, or stands for nobody by itself.</summary>
    Hashed,

    /// <summary>It is closed by a key, or a hash of a secret.</summary>
    Sealed,

    /// <summary>It is not masked for whoever may see it.</summary>
    Whole,
}

/// <summary>Who comes to see a field whole.</summary>
public enum PersonalAccess
{
    /// <summary>Who may see personal data, with a reason that is journalled, or with the case in hand.</summary>
    WithReason,

    /// <summary>Who pays out, each time journalled.</summary>
    Payout,

    /// <summary>Whoever has the permission that is named.</summary>
    ByPermission,

    /// <summary>Nobody on a screen; only the person's own export and the order's evidence have it.</summary>
    Nobody,
}

/// <summary>How long a field is kept.</summary>
public enum PersonalTerm
{
    /// <summary>As long as its order: the retention term, at least five years.</summary>
    Order,

    /// <summary>As long as the journal; what is personal is erased with the order.</summary>
    Journal,

    /// <summary>Until somebody takes it off, then as long as the journal.</summary>
    Listed,

    /// <summary>As long as the colleague's access, then with the journal.</summary>
    Employment,

    /// <summary>A number of days that the settings say.</summary>
    Days,

    /// <summary>Only the newest: older ones give way.</summary>
    Newest,
}

/// <summary>A field that holds personal data: what, why, how it is masked, who sees it whole, and for how long it is kept.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Column">Its column.</param>
/// <param name="Member">The member of the JSON in that column; null for the column itself.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Purpose">Why it is kept.</param>
/// <param name="Mask">How it is masked.</param>
/// <param name="Access">Who comes to see it whole.</param>
/// <param name="Permission">The permission that this takes; null where nobody does.</param>
/// <param name="Term">How long it is kept.</param>
public sealed record PersonalField(
    string Table, string Column, string? Member, PersonalSubject Subject, PersonalKind Kind, PersonalPurpose Purpose, PersonalMask Mask, PersonalAccess Access,
    Permission? Permission, PersonalTerm Term)
{
    /// <summary>Table, column and member in one.</summary>
    public string Name => Member is null ? $"{Table}.{Column}" : $"{Table}.{Column}:{Member}";
}
