using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Risk;
using PagoConsole.Rules;

namespace PagoConsole.Tests.Components;

/// <summary>What rules say, as they say it, for figures as the rules keep them.</summary>
public sealed class RuleWordsTests
{
    [Theory]
    [InlineData("payment-limit", "5200.00 PEN|5000.00 PEN", "S/ 5,200.00 is over PagoEfectivo's limit of S/ 5,000.00; it could not be paid")]
    [InlineData("account-just-created", "12|60", "Ordered 12 seconds after the account was opened (limit 60 seconds)")]
    [InlineData("ip-velocity", "6|5|10", "6 orders from this address in 10 minutes (limit 5)")]
    [InlineData("ip-velocity", "25+|5|10", "25+ orders from this address in 10 minutes (limit 5)")]
    [InlineData("ip-many-accounts", "3|3|1440", "3 accounts on this address in 24 hours (limit 3)")]
    [InlineData("device-many-accounts", "3|3|10080", "3 accounts on this device in 7 days (limit 3)")]
    [InlineData("device-binding", "1", "Not the 1 device bound to the account")]
    [InlineData("geo-mismatch", "CL|CL|PE", "Ordered from Chile (allowed: Peru)")]
    [InlineData("geo-mismatch", "PE|CL|PE", "Ordered from Peru, goods go to Chile (allowed: Peru)")]
    [InlineData("remote-login", "NewCountry, FailedBurst|24", "Sign-in from a new country, burst of failed sign-ins, in the 24 hours before the order")]
    [InlineData("linked-accounts", "2|2|direct", "2 other accounts share phone, document or address with this one (limit 2)")]
    [InlineData("linked-accounts", "5|5|ring", "A ring of 5 accounts hangs together by phone, document or address (limit 5)")]
    [InlineData("voucher-hoarding", "4|5|Phone|75|4", "4 of the last 5 codes of the phone expired unpaid (limit 75 % of at least 4)")]
    [InlineData("aml-structuring", "3|10|5000.00 PEN|7|3", "3 orders within 10 % under S/ 5,000.00 in 7 days (limit 3)")]
    [InlineData("contact-integrity", "Dni, Phone|2", "Not well formed: DNI, phone number (2 checked)")]
    [InlineData("list-match", "Block: Phone, Review: EmailDomain|2", "Phone on the list \"Block\", E-mail domain on the list \"Review\"")]
    [InlineData("device-reputation", "91|80", "Outside score 91 (limit 80)")]
    public void A_rule_that_fired_says_what_it_saw_and_the_limit(string rule, string figures, string sentence) =>
        Assert.Equal(sentence, Said("en", rule, RuleResult.Hit, figures));

    [Theory]
    [InlineData("device-binding", "0", "The account has no bound device yet (0)")]
    [InlineData("linked-accounts", "1|2|direct", "1 other account shares phone, document or address with this one; fires from 2")]
    [InlineData("list-match", "|0", "On no list")]
    [InlineData("account-just-created", "94608000|60", "Ordered 1,095 days after the account was opened; fires within 60 seconds")]
    public void A_quiet_rule_says_how_far_it_was(string rule, string figures, string sentence) =>
        Assert.Equal(sentence, Said("en", rule, RuleResult.Quiet, figures));

    [Fact]
    public void An_outage_is_named() =>
        Assert.Equal("No outside score: no answer within 300 ms.", Said("en", "device-reputation", RuleResult.NoInput, "timeout|80"));

    [Theory]
    [InlineData("es", "3 cuentas en este dispositivo en 7 días (límite 3)")]
    [InlineData("zh-Hans", "7 天内该设备出现 3 个账户（限值 3）")]
    public void It_speaks_the_readers_language(string culture, string sentence) =>
        Assert.Equal(sentence, Said(culture, "device-many-accounts", RuleResult.Hit, "3|3|10080"));

    [Fact]
    public void Countries_change_with_the_language()
    {
        const string Figures = "ES|ES|PE";

        Assert.Equal("Pedido desde España (permitidos: Perú)", Said("es", "geo-mismatch", RuleResult.Hit, Figures));
        Assert.Equal("Ordered from Spain (allowed: Peru)", Said("en", "geo-mismatch", RuleResult.Hit, Figures));
        Assert.Equal("下单地 西班牙（允许：秘鲁）", Said("zh-Hans", "geo-mismatch", RuleResult.Hit, Figures));
    }

    [Fact]
    public void An_old_assessment_with_fewer_figures_is_still_told() =>
        Assert.Equal("6 orders from this address in – (limit –)", Said("en", "ip-velocity", RuleResult.Hit, "6"));

    [Fact]
    public void A_rule_that_nobody_knows_any_more_shows_what_was_kept()
    {
        using var context = new ConsoleContext(new FakeTimeProvider());

        Assert.Equal("Seen: 7 moons; limit: 3", context.Text<RulesText>().SentenceOf(Rule("moons", RuleResult.Hit, "7")));
    }

    private static string Said(string culture, string rule, RuleResult result, string figures)
    {
        using var context = new ConsoleContext(new FakeTimeProvider());
        Cultures.Speak(culture);
        return context.Text<RulesText>().SentenceOf(Rule(rule, result, figures));
    }

    private static AssessedRule Rule(string rule, RuleResult result, string figures) =>
        new(rule, RuleMode.Enforce, RuleAction.Score, 30, result, "7 moons", "3", figures.Split('|'));
}
