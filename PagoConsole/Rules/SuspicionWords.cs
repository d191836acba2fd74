using System.Text.Json;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Logins;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Says what is suspicious about a login, with its figures.</summary>
internal static class SuspicionWords
{
    public static string SuspicionOf(this IStringLocalizer<RulesText> text, LoginSuspicion suspicion) => suspicion.Kind switch
    {
        LoginSuspicionKind.NewCountry => text["Suspicion_NewCountry_Detail", Country(suspicion.Country), suspicion.KnownBefore ?? 0],
        LoginSuspicionKind.NewDevice => text["Suspicion_NewDevice_Detail", suspicion.KnownBefore ?? 0],
        LoginSuspicionKind.ImpossibleTravel => text[
            "Suspicion_ImpossibleTravel_Detail", Country(suspicion.FromCountry), Country(suspicion.Country), $"{suspicion.Km ?? 0:N0}", Minutes(text, suspicion)],
        LoginSuspicionKind.FailedBurst => text["Suspicion_FailedBurst_Detail", suspicion.Count ?? 0, Minutes(text, suspicion)],
    };

    /// <summary>Says a flag; one of a kind that we have no words for is shown by its stable word.</summary>
    public static string FlagOf(this IStringLocalizer<RulesText> text, AccountFlag flag) =>
        Enum.TryParse<LoginSuspicionKind>(flag.Kind, out var kind) && Enum.IsDefined(kind)
        && JsonSerializer.Deserialize<LoginSuspicion>(flag.Detail, RuleSet.Json) is { } suspicion
            ? text.SuspicionOf(suspicion)
            : flag.Kind;

    private static string Country(string? code) => code is null ? "?" : CountryWords.NameOf(code);

    private static string Minutes(IStringLocalizer<RulesText> text, LoginSuspicion suspicion) => text.DurationOf(TimeSpan.FromMinutes(suspicion.Minutes ?? 0));
}
