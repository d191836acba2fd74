using System.Net.Security;

namespace PagoConsole.Core.Connection;

/// <summary>What is to be said of an address's certificate: pure.</summary>
internal static class CertificateVerdict
{
    /// <summary>From here on it should be renewed.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    /// <summary>From here on nothing else is more urgent.</summary>
    public static readonly TimeSpan Now = TimeSpan.FromDays(7);

    /// <summary>The finding and its details.</summary>
    /// <param name="address">The address.</param>
    /// <param name="shown">What it showed; null if it was not reached.</param>
    /// <param name="now">The instant.</param>
    public static (ConnectionFinding Finding, object[] Details) Of(Uri address, ShownCertificate? shown, DateTimeOffset now)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
            return address.IsLoopback ? (ConnectionFinding.NoCertificateNeeded, []) : (ConnectionFinding.NotEncrypted, [address.Host]);
        if (shown is null) return (ConnectionFinding.NotTried, []);
        var left = shown.Ends - now;
        var days = (int)Math.Abs(left.TotalDays);
        var day = DateOnly.FromDateTime(shown.Ends.UtcDateTime);
        if (left <= TimeSpan.Zero) return (ConnectionFinding.CertificateEnded, [days, day]);
        if (shown.Errors != SslPolicyErrors.None) return (ConnectionFinding.CertificateNotTrusted, [shown.Errors.ToString(), day]);
        if (left <= Now) return (ConnectionFinding.CertificateEndsNow, [days, day]);
        return (left <= Soon ? ConnectionFinding.CertificateEnds : ConnectionFinding.CertificateGood, [days, day]);
    }
}
