using System.Net.Security;
using PagoConsole.Core.Connection;

namespace PagoConsole.Tests.Connection;

/// <summary>What is said of clocks and certificates.</summary>
public sealed class VerdictTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Uri Remote = new("https://api.example.pe/");

    [Theory]
    [InlineData(0, ConnectionFinding.ClockRight)]
    [InlineData(30, ConnectionFinding.ClockRight)]
    [InlineData(-30, ConnectionFinding.ClockRight)]
    [InlineData(30.1, ConnectionFinding.ClockOff)]
    [InlineData(-300, ConnectionFinding.ClockOff)]
    [InlineData(300.1, ConnectionFinding.ClockWrong)]
    [InlineData(-4000, ConnectionFinding.ClockWrong)]
    public void A_clock_is_judged_by_how_far_it_is_off(double seconds, object finding) => Assert.Equal(finding, ClockVerdict.Of(seconds));

    [Fact]
    public void The_round_trip_is_halved_and_the_lost_part_of_a_second_forgiven()
    {
        Assert.Equal(40, ClockVerdict.SkewOf(Now, TimeSpan.FromSeconds(4), Now.AddSeconds(42)));
        Assert.Equal(0, ClockVerdict.SkewOf(Now.AddMilliseconds(900), TimeSpan.FromMilliseconds(20), Now));
        Assert.Equal(-60.5, ClockVerdict.SkewOf(Now.AddMilliseconds(500), TimeSpan.Zero, Now.AddSeconds(-60)));
    }

    [Theory]
    [InlineData(400, ConnectionFinding.CertificateGood)]
    [InlineData(31, ConnectionFinding.CertificateGood)]
    [InlineData(30, ConnectionFinding.CertificateEnds)]
    [InlineData(8, ConnectionFinding.CertificateEnds)]
    [InlineData(7, ConnectionFinding.CertificateEndsNow)]
    [InlineData(0, ConnectionFinding.CertificateEnded)]
    [InlineData(-3, ConnectionFinding.CertificateEnded)]
    public void A_certificate_is_judged_by_the_days_that_are_left(int days, object finding)
    {
        var (found, details) = CertificateVerdict.Of(Remote, new(Now.AddDays(days), SslPolicyErrors.None), Now);

        Assert.Equal(finding, found);
        Assert.Equal([Math.Abs(days), DateOnly.FromDateTime(Now.AddDays(days).UtcDateTime)], details);
    }

    [Fact]
    public void One_that_is_not_trusted_is_said_so_unless_it_has_ended_anyway()
    {
        Assert.Equal(ConnectionFinding.CertificateNotTrusted, CertificateVerdict.Of(Remote, new(Now.AddDays(90), SslPolicyErrors.RemoteCertificateNameMismatch), Now).Finding);
        Assert.Equal(ConnectionFinding.CertificateEnded, CertificateVerdict.Of(Remote, new(Now.AddDays(-1), SslPolicyErrors.RemoteCertificateChainErrors), Now).Finding);
        Assert.Equal(ConnectionFinding.NotTried, CertificateVerdict.Of(Remote, null, Now).Finding);
    }

    [Fact]
    public void Plain_http_is_right_towards_this_machine_only()
    {
        Assert.Equal(ConnectionFinding.NoCertificateNeeded, CertificateVerdict.Of(new("http://127.0.0.1:5080/"), null, Now).Finding);
        Assert.Equal(ConnectionFinding.NotEncrypted, CertificateVerdict.Of(new("http://api.example.pe/"), null, Now).Finding);
    }
}
