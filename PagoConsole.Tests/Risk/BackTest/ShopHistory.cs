using System.Globalization;
using System.Net;
using System.Text;

namespace PagoConsole.Tests.Risk.BackTest;

/// <summary>
/// A shop's history as a file for the import: about 9 % fraud. Some frauds order within seconds of signing up, some come from rings that share
/// a device over weeks, the rest look like anybody. Some good customers are quick too, share an office's address or a family's device.
/// </summary>
internal sealed class ShopHistory(int orders, int seed)
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Random random = new(seed);
    private readonly List<(DateTimeOffset SignedUp, DateTimeOffset Placed, string Device, string Ip, bool Fraud)> lines = [];

    public string ToCsv()
    {
        var frauds = orders * 9 / 100;
        while (lines.Count < frauds * 4 / 10) Quick(fraud: true, random.Next(1, 3));
        while (lines.Count < frauds * 3 / 4) Ring();
        while (lines.Count < frauds) Anybody(fraud: true);
        while (lines.Count < orders) Good();
        var text = new StringBuilder("order_id,placed_at,amount,currency,account_id,account_created_at,ip,device_fingerprint,is_fraud\n");
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        for (var i = 0; i < shuffled.Length; i++)
        {
            var (signedUp, placed, device, ip, fraud) = shuffled[i];
            text.Append(CultureInfo.InvariantCulture, $"F-{i},{placed:yyyy-MM-dd HH:mm:ss},{random.Next(9, 155)},USD,u-{i},{signedUp:yyyy-MM-dd HH:mm:ss},{ip},{device},{(fraud ? 1 : 0)}\n");
        }

        return text.ToString();
    }

    private void Good()
    {
        switch (random.Next(100))
        {
            case < 2: Quick(fraud: false, random.Next(20, 60)); break;
            case < 4: Together(random.Next(3, 6), Device, Same(Ip()), TimeSpan.FromHours(11), fraud: false); break;
            case < 5: Together(3, Same(Device()), Ip, TimeSpan.FromDays(4), fraud: false); break;
            default: Anybody(fraud: false); break;
        }
    }

    private void Quick(bool fraud, int seconds)
    {
        var at = Instant();
        lines.Add((at.AddSeconds(-seconds), at, Device(), Ip(), fraud));
    }

    private void Ring() => Together(random.Next(4, 11), Same(Device()), Ip, TimeSpan.FromDays(30), fraud: true);

    private void Anybody(bool fraud)
    {
        var at = Instant();
        lines.Add((at.AddHours(-random.Next(1, 2400)), at, Device(), Ip(), fraud));
    }

    private void Together(int people, Func<string> device, Func<string> ip, TimeSpan within, bool fraud)
    {
        var first = Instant();
        for (var i = 0; i < people; i++)
        {
            var at = first + (within * random.NextDouble());
            lines.Add((at.AddHours(-random.Next(24, 2400)), at, device(), ip(), fraud));
        }
    }

    private static Func<string> Same(string value) => () => value;

    private DateTimeOffset Instant() => Begin.AddSeconds(random.Next(300 * 86_400));

    private string Device() => $"D{random.NextInt64():x16}";

    private string Ip() => new IPAddress([(byte)random.Next(1, 224), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(1, 255)]).ToString();
}
