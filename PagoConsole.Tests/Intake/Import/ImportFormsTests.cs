using System.Globalization;
using PagoConsole.Core.Intake.Import;

namespace PagoConsole.Tests.Intake.Import;

public sealed class ImportFormsTests
{
    [Theory]
    [InlineData("2026-11-22T15:04:05-05:00", "2026-11-22T20:04:05.000Z")]
    [InlineData("2026-11-22T15:04:05Z", "2026-11-22T15:04:05.000Z")]
    [InlineData("2026-11-22T15:04:05.25+01:00", "2026-11-22T14:04:05.250Z")]
    [InlineData("2026-11-22 15:04:05", "2026-11-22T15:04:05.000Z")]
    [InlineData("2026-11-22 15:04:05.123456", "2026-11-22T15:04:05.123Z")]
    [InlineData("2026-11-22T15:04:05", "2026-11-22T15:04:05.000Z")]
    [InlineData("2026-11-22 15:04:05-05:00", "2026-11-22T20:04:05.000Z")]
    [InlineData("2026-11-22 15:04", "2026-11-22T15:04:00.000Z")]
    [InlineData("2026-11-22", "2026-11-22T00:00:00.000Z")]
    [InlineData("22/11/2026", null)]
    [InlineData("2026-11-31", null)]
    [InlineData("2026-11-22T25:00:00Z", null)]
    [InlineData("1700000000", null)]
    [InlineData("yesterday", null)]
    public void Instants(string text, string? expected) => Assert.Equal(
        expected,
        ImportForms.TryInstant(text, out var instant) ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData("190.235.12.7", "190.235.12.7")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("::ffff:1.2.3.4", "1.2.3.4")]
    [InlineData("732758368.79972", "43.173.1.96")]
    [InlineData("732758368", "43.173.1.96")]
    [InlineData("4294967295.9", "255.255.255.255")]
    [InlineData("0", "0.0.0.0")]
    [InlineData("4294967296", null)]
    [InlineData("-1", null)]
    [InlineData("1.2.3", null)]
    [InlineData("1.2.3.400", null)]
    [InlineData("010.1.1.1", null)]
    [InlineData("host.example", null)]
    public void Addresses(string text, string? expected) => Assert.Equal(expected, ImportForms.Ip(text));

    [Theory]
    [InlineData("1", true)]
    [InlineData("TRUE", true)]
    [InlineData("yes", true)]
    [InlineData("1.0", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    [InlineData("No", false)]
    [InlineData("2", null)]
    [InlineData("fraud", null)]
    public void Flags(string text, bool? expected) => Assert.Equal(expected, ImportForms.Flag(text));

    [Theory]
    [InlineData("paidLATE", "PaidLate")]
    [InlineData("3", null)]
    [InlineData("complete", null)]
    public void States(string text, string? expected) => Assert.Equal(expected, ImportForms.Status(text)?.ToString());

    [Theory]
    [InlineData("order_id", "", "order_id: is missing")]
    [InlineData("order_id", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "order_id: longer than 64 characters")]
    [InlineData("amount", "0", "amount: takes more than 0")]
    [InlineData("amount", "-5", "amount: takes more than 0")]
    [InlineData("amount", "34.123", "amount: more than two decimals")]
    [InlineData("amount", "1299;90", "amount: no amount; takes a plain decimal such as 1299.90")]
    [InlineData("amount", "1e3", "amount: no amount; takes a plain decimal such as 1299.90")]
    [InlineData("amount", "9999999999999", "amount: too large")]
    [InlineData("amount", " 34.0000 ", null)]
    [InlineData("currency", "EUR", "currency: takes PEN or USD")]
    [InlineData("currency", "", "currency: is missing")]
    [InlineData("currency", "usd", null)]
    [InlineData("ip", "", "ip: is missing")]
    [InlineData("ip", "x", "ip: takes an IPv4 or IPv6 address, or the number of an IPv4 one")]
    [InlineData("placed_at", "", "placed_at: is missing")]
    [InlineData("account_created_at", "?", "account_created_at: no instant; takes 2026-11-22T15:04:05-05:00, 2026-11-22 20:04:05 (UTC) or 2026-11-22")]
    [InlineData("account_id", " ", "account_id: is missing")]
    public void A_line_is_refused_for_the_first_thing_that_is_wrong(string column, string value, string? expected)
    {
        string[] names = [.. ImportColumns.Required];
        string[] good = ["H-1", "2026-03-01", "129.90", "PEN", "u-1", "2025-03-01", "190.235.12.7"];
        var fields = names.Zip(good, (name, field) => name == column ? value : field).ToList();

        var (order, fault) = new HistoryReader(new ImportColumns(names), 24, DateTimeOffset.UnixEpoch).Read(fields);

        Assert.Equal(expected, fault);
        Assert.Equal(expected is null, order is not null);
    }
}
