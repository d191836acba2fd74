using System.Globalization;
using PagoConsole.Core.Evidence.PersonalData;

namespace PagoConsole.Privacy;

/// <summary>What the log of accesses shows, as its address says it. What a person was looked for by never stands in an address.</summary>
public sealed record AccessQuery
{
    /// <summary>Of this order.</summary>
    public string? Order { get; init; }

    /// <summary>Seen by this colleague.</summary>
    public string? Actor { get; init; }

    /// <summary>Files that were taken, or what was shown; null for both.</summary>
    public bool? Files { get; init; }

    /// <summary>Before this entry.</summary>
    public long? Before { get; init; }

    /// <summary>The first page of it.</summary>
    public AccessQuery First => this with { Before = null };

    /// <summary>Reads an address.</summary>
    public static AccessQuery Parse(string? order, string? actor, string? files, string? before) => new()
    {
        Order = TextOf(order),
        Actor = TextOf(actor),
        Files = files switch { "taken" => true, "shown" => false, _ => null },
        Before = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    /// <summary>As an address has it.</summary>
    public (string Name, string? Value)[] ToQuery() =>
    [
        ("order", Order),
        ("actor", Actor),
        ("files", Files switch { true => "taken", false => "shown", null => null }),
        ("before", Before?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>As the query of Core asks for it.</summary>
    public AccessFilter ToCore(SoughtPerson? person) => new(person is null ? Order : null, person, Actor, Files);

    private static string? TextOf(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
