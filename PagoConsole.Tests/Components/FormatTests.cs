using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Foundation;
using PagoConsole.Hosting;
using PagoConsole.Shared;

namespace PagoConsole.Tests.Components;

public sealed class FormatTests
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 22, 19, 2, 11, TimeSpan.Zero);

    [Theory]
    [InlineData("es", "S/ 1,299.90")]
    [InlineData("en", "S/ 1,299.90")]
    [InlineData("zh", "S/ 1,299.90")]
    public void Money_is_written_as_in_Peru(string language, string expected)
    {
        Cultures.Speak(language);

        Assert.Equal(expected, MoneyFormat.Of(Money.Of(1299.90m, Currency.Pen)));
        Assert.Equal("US$ 5.00", MoneyFormat.Of(Money.Of(5m, Currency.Usd)));
        Assert.Equal("EUR 5.00", MoneyFormat.Of(Money.Of(5m, new Currency("EUR"))));
    }

    [Theory]
    [InlineData("es", "22 nov 2026 14:02:11")]
    [InlineData("en", "22 Nov 2026 14:02:11")]
    [InlineData("zh", "2026年11月22日 14:02:11")]
    public void An_instant_is_exact_in_the_readers_zone(string language, string expected)
    {
        Cultures.Speak(language);

        Assert.Equal(expected, InstantFormat.Exact(Moment, Lima.Zone));
    }

    [Fact]
    public void Months_carry_no_dot()
    {
        foreach (var culture in ConsoleCultures.All)
            Assert.DoesNotContain(Enumerable.Range(1, 12), month => new DateTime(2026, month, 22).ToString("d", culture).Contains('.', StringComparison.Ordinal));
    }

    [Fact]
    public void The_tooltip_has_Limas_time_too_for_who_is_elsewhere()
    {
        Cultures.Speak("en");
        var browser = new BrowserFacts();
        Assert.Equal("22 Nov 2026 14:02:11 (Lima)", InstantFormat.Full(Moment, browser));

        browser.UseZone("Asia%2FShanghai");

        Assert.Equal("23 Nov 2026 03:02:11 (Asia/Shanghai) · 22 Nov 2026 14:02:11 (Lima)", InstantFormat.Full(Moment, browser));
        browser.UseZone("No/Where");
        Assert.Equal("Asia/Shanghai", browser.Zone.Id);
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-20, "20 s ago")]
    [InlineData(-3 * 60, "3 min ago")]
    [InlineData(-3725, "1 h 2 min ago")]
    [InlineData(3725, "in 1 h 2 min")]
    [InlineData(-26 * 3600, "22 Nov 2026 14:02")]
    public void Near_instants_are_told_by_their_distance(int seconds, string expected)
    {
        using var context = new ConsoleContext(new FakeTimeProvider());

        Assert.Equal(expected, InstantFormat.Relative(Moment, Moment.AddSeconds(-seconds), Lima.Zone, context.Text<SharedText>()));
    }

    [Theory]
    [InlineData("es-MX", "es-PE")]
    [InlineData("en-GB", "en")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-Hant-TW", "zh-Hans")]
    [InlineData("fr-FR", null)]
    [InlineData(null, null)]
    public void A_language_of_any_region_is_understood(string? wish, string? spoken) => Assert.Equal(spoken, ConsoleCultures.For(wish)?.Name);

    [Theory]
    [InlineData("/orders?status=Paid", true)]
    [InlineData("/", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/\n/evil.example", false)]
    [InlineData("orders", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_paths_of_our_own_are_followed(string? url, bool local) => Assert.Equal(local, LocalUrl.IsLocal(url));
}
