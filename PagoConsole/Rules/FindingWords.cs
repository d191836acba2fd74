using System.Globalization;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Says the figures of a finding, which are kept as the wire has them: <c>1299.90 PEN</c>, <c>2.5</c>, <c>10080</c> minutes, <c>NewCountry</c>.</summary>
internal static class FindingWords
{
    private static readonly Say Minutes = (text, figure) => Long(text, figure, 60);
    private static readonly Say Seconds = (text, figure) => Long(text, figure, 1);
    private static readonly Say Hours = (text, figure) => Long(text, figure, 3600);
    private static readonly Say Days = (text, figure) => Long(text, figure, 86400);
    private static readonly Say Country = (_, code) => CountryWords.NameOf(code);
    private static readonly Say Countries = (text, codes) => text.Join(Split(codes).Select(CountryWords.NameOf));
    private static readonly Say Kind = Named("Kind");
    private static readonly Say Figure = (_, figure) => Plain(figure);

    /// <summary>By rule, what its figures are, in their order; those that are not told are plain.</summary>
    private static readonly Dictionary<string, Say[]> Forms = new()
    {
        ["account-just-created"] = [Seconds, Seconds],
        ["ip-velocity"] = [Figure, Figure, Minutes],
        ["ip-many-accounts"] = [Figure, Figure, Minutes],
        ["device-many-accounts"] = [Figure, Figure, Minutes],
        ["geo-mismatch"] = [Country, Country, Countries],
        ["remote-login"] = [Named("Suspicion"), Hours],
        ["voucher-hoarding"] = [Figure, Figure, Kind],
        ["refund-rate"] = [Figure, Figure, Kind],
        ["aml-structuring"] = [Figure, Figure, Figure, Days],
        ["contact-integrity"] = [Named("Fault")],
        ["list-match"] = [Matches],
        ["device-reputation"] = [Outage],
    };

    private delegate string Say(IStringLocalizer<RulesText> text, string figure);

    /// <summary>Says one figure.</summary>
    /// <param name="text">The words.</param>
    /// <param name="rule">The rule that gives it.</param>
    /// <param name="at">Its place among that rule's figures.</param>
    /// <param name="figure">As it is kept.</param>
    public static string Of(IStringLocalizer<RulesText> text, string rule, int at, string figure) =>
        Forms.TryGetValue(rule, out var forms) && at < forms.Length ? forms[at](text, figure) : Plain(figure);

    /// <summary>A number, an amount or a word as the reader writes it. <c>26+</c>, where counting stopped, is a word.</summary>
    public static string Plain(string figure)
    {
        if (figure.Split(' ') is [var amount, var code] && Currency.TryParse(code, out var currency) && Money.TryParse(amount, currency, out var money))
            return MoneyFormat.Of(money);
        return decimal.TryParse(figure, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("#,0.##", CultureInfo.CurrentCulture)
            : figure;
    }

    private static string Long(IStringLocalizer<RulesText> text, string figure, int seconds) =>
        double.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? text.DurationOf(TimeSpan.FromSeconds(Math.Min(number * seconds, int.MaxValue)))
            : figure;

    /// <summary>Stable words with commas between them, each said by its resource.</summary>
    private static Say Named(string prefix) => (text, words) => text.Join(Split(words).Select(word => Word(text, $"{prefix}_{word}", word)));

    /// <summary>Such as <c>Block: Phone, Trust: Device</c>.</summary>
    private static string Matches(IStringLocalizer<RulesText> text, string matches) => text.Join(Split(matches).Select(match =>
        match.Split(": ") is [var effect, var kind] ? text["Listed_Match", text[$"Listed_{kind}"], text[$"Effect_{effect}"]] : match));

    private static string Outage(IStringLocalizer<RulesText> text, string figure) =>
        char.IsAsciiDigit(figure.FirstOrDefault()) ? Plain(figure) : Word(text, $"Outage_{figure}", figure);

    private static string Word(IStringLocalizer<RulesText> text, string key, string otherwise) =>
        text[key] is { ResourceNotFound: false } word ? word : otherwise;

    private static string[] Split(string words) => words.Split(", ", StringSplitOptions.RemoveEmptyEntries);
}
