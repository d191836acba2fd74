using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Risk.Logins;

namespace PagoConsole.Core.Risk.Accounts;

/// <summary>An order of an account and its fate.</summary>
public sealed record AccountOrder(
    string OrderId, OrderStatus Status, Money Amount, DateTimeOffset PlacedAt, bool? Fraud, bool Imported, RiskOutcome? Outcome, int? Score);

/// <summary>A login of an account.</summary>
/// <param name="At">When.</param>
/// <param name="Ip">Where from, masked.</param>
/// <param name="Country">The country of that address, ISO 3166 alpha-2.</param>
/// <param name="Device">On which device.</param>
/// <param name="Success">Whether it succeeded.</param>
/// <param name="Suspicions">What is suspicious about it.</param>
public sealed record AccountLogin(
    DateTimeOffset At, string Ip, string? Country, string Device, bool Success, IReadOnlyList<LoginSuspicion> Suspicions);

/// <summary>A device of an account.</summary>
/// <param name="Hash">Its hash, to unbind it by.</param>
/// <param name="Fingerprint">Its fingerprint, where it is still known.</param>
/// <param name="FirstSeenAt">First order or login that was looked at.</param>
/// <param name="LastSeenAt">Last one.</param>
/// <param name="Orders">Orders from it.</param>
/// <param name="Logins">Successful logins from it.</param>
/// <param name="Bound">Whether it counts as the account's own.</param>
/// <param name="UnboundAt">When a person last took it off.</param>
public sealed record AccountDevice(
    byte[] Hash, string? Fingerprint, DateTimeOffset FirstSeenAt, DateTimeOffset LastSeenAt, int Orders, int Logins, bool Bound, DateTimeOffset? UnboundAt);

/// <summary>An account that shares something with this one.</summary>
/// <param name="AccountId">The other account.</param>
/// <param name="Shared">What they share.</param>
public sealed record LinkedAccount(string AccountId, IReadOnlyList<IdentifierKind> Shared);

/// <summary>All about one account, personal data masked.</summary>
public sealed record AccountView(
    string AccountId,
    DateTimeOffset? CreatedAt,
    IReadOnlyList<AccountOrder> Orders,
    IReadOnlyList<AccountLogin> Logins,
    IReadOnlyList<AccountDevice> Devices,
    IReadOnlyList<LinkedAccount> Linked,
    IReadOnlyList<AccountFlag> Flags,
    IReadOnlyList<ListEntry> Listed,
    string? Email,
    string? Phone,
    string? Document,
    string? FullName)
{
    /// <summary>The number of the retention run that erased who it is; null while that is known, or never was.</summary>
    public int? ErasedUnder { get; init; }

    /// <summary>Whether nothing of it is masked.</summary>
    public bool Whole { get; init; }

    /// <summary>Masks the account's own data in what people wrote about it.</summary>
    public FreeWords Words { get; init; } = FreeWords.OfAnybody;
}
