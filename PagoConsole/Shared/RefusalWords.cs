using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Review;

namespace PagoConsole.Shared;

/// <summary>Says a refusal in the reader's language.</summary>
internal static class RefusalWords
{
    private const string Person = "person:";

    public static string Of(this IStringLocalizer<SharedText> text, Refusal refusal) =>
        text[$"Refusal_{refusal.Code}", [.. (refusal.Args ?? []).Select(argument => WordOf(text, argument))]];

    private static object WordOf(IStringLocalizer<SharedText> text, object argument) => argument switch
    {
        ChoiceObstacle obstacle => (string)text[$"Obstacle_{obstacle}"],
        ReviewDecision decision => (string)text[$"Decision_{decision}"],
        string signature when signature.StartsWith(Person, StringComparison.Ordinal) => signature[Person.Length..],
        _ => argument,
    };
}
