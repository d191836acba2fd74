using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>By what a person is looked for.</summary>
public enum SoughtBy
{
    /// <summary>Document type and number, a DNI where no type is told.</summary>
    Document,

    /// <summary>Account at the marketplace.</summary>
    Account,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Phone number.</summary>
    Phone,
}

/// <summary>Somebody who is looked for: only the hash of what was typed goes any further.</summary>
/// <param name="By">By what.</param>
/// <param name="Hashes">The hashes of what was typed, in its possible readings.</param>
public sealed record SoughtPerson(SoughtBy By, IReadOnlyList<byte[]> Hashes)
{
    private static readonly string[] DocumentTypes = ["DNI", "CE", "PAS", "RUC"];

    /// <summary>The kind of identifier that orders are found by.</summary>
    public IdentifierKind Kind => By switch
    {
        SoughtBy.Document => IdentifierKind.Document,
        SoughtBy.Account => IdentifierKind.Account,
        SoughtBy.Email => IdentifierKind.Email,
        SoughtBy.Phone => IdentifierKind.Phone,
    };

    /// <summary>Reads what was typed; null if it can be none of its kind.</summary>
    public static SoughtPerson? Of(SoughtBy by, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = text.Trim();
        IEnumerable<string?> readings = by switch
        {
            SoughtBy.Document => Documents(plain),
            SoughtBy.Account => [plain],
            SoughtBy.Email => [plain.Contains('@', StringComparison.Ordinal) ? Identifiers.Email(plain) : null],
            SoughtBy.Phone => [Identifiers.Phone(plain)],
        };
        var person = new SoughtPerson(by, []);
        var hashes = readings.OfType<string>().Distinct().Select(reading => OrderIdentifier.HashOf(person.Kind, reading)).ToList();
        return hashes.Count == 0 ? null : person with { Hashes = hashes };
    }

    /// <summary>As the journal names it: what was typed does not stand in it.</summary>
    public IReadOnlyList<string> Names => [.. Hashes.Select(Convert.ToHexStringLower)];

    // "CE 001234567", or a number alone, which may be of any type.
    private static IEnumerable<string?> Documents(string text)
    {
        var parts = text.Split([' ', ':'], 2, StringSplitOptions.RemoveEmptyEntries);
        return parts is [var type, var number] && DocumentTypes.Contains(type.ToUpperInvariant())
            ? [Identifiers.Document(type, number)]
            : DocumentTypes.Select(each => Identifiers.Document(each, text));
    }
}
