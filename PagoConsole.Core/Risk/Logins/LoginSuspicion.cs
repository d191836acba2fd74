namespace PagoConsole.Core.Risk.Logins;

/// <summary>What is suspicious about a login.</summary>
public enum LoginSuspicionKind
{
    /// <summary>It succeeded from a country that no earlier one of the account succeeded from.</summary>
    NewCountry,

    /// <summary>It succeeded on a device that no earlier one of the account succeeded on.</summary>
    NewDevice,

    /// <summary>It succeeded further from the one before than anybody can fly in the time between.</summary>
    ImpossibleTravel,

    /// <summary>Too many logins failed in a short time.</summary>
    FailedBurst,
}

/// <summary>One suspicion, with the figures it rests on; a figure that does not belong to its kind is null.</summary>
/// <param name="Kind">What is suspicious.</param>
/// <param name="At">When: the login's instant; of a burst, when it had failed often enough.</param>
/// <param name="Ip">The address of that login.</param>
/// <param name="Device">The device of that login; empty where none was told.</param>
public sealed record LoginSuspicion(LoginSuspicionKind Kind, DateTimeOffset At, string Ip, string Device)
{
    /// <summary>The country it came from: <see cref="LoginSuspicionKind.NewCountry"/> and <see cref="LoginSuspicionKind.ImpossibleTravel"/>.</summary>
    public string? Country { get; init; }

    /// <summary>The country of the login before: <see cref="LoginSuspicionKind.ImpossibleTravel"/>.</summary>
    public string? FromCountry { get; init; }

    /// <summary>Kilometres between the two countries at the least, rounded down: <see cref="LoginSuspicionKind.ImpossibleTravel"/>.</summary>
    public int? Km { get; init; }

    /// <summary>
    /// Whole minutes: of <see cref="LoginSuspicionKind.ImpossibleTravel"/> those since the login before, of
    /// <see cref="LoginSuspicionKind.FailedBurst"/> those within which the failed ones are counted.
    /// </summary>
    public int? Minutes { get; init; }

    /// <summary>Failed logins within those minutes, at the burst's worst: <see cref="LoginSuspicionKind.FailedBurst"/>.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// What was known before: earlier countries of <see cref="LoginSuspicionKind.NewCountry"/>, earlier devices of
    /// <see cref="LoginSuspicionKind.NewDevice"/>.
    /// </summary>
    public int? KnownBefore { get; init; }
}
