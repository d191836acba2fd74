namespace PagoConsole.Core.Risk.Logins;

/// <summary>A login of one account as the rules see it.</summary>
/// <param name="At">When.</param>
/// <param name="Ip">The address it came from.</param>
/// <param name="Country">The country of that address, ISO 3166 alpha-2, if it is known.</param>
/// <param name="Device">The fingerprint of the device; empty where none was told.</param>
/// <param name="Success">Whether it succeeded.</param>
public sealed record SeenLogin(DateTimeOffset At, string Ip, string? Country, string Device, bool Success);
