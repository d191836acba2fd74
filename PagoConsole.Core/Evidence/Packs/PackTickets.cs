using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>
/// Lets a person who said a reason in a page fetch the pack by an address: what was asked is in the address, closed, so that no reason stands in
/// a history or a log, and only for that person and a few minutes.
/// </summary>
public sealed class PackTickets(ISeal seal, TimeProvider time)
{
    /// <summary>How long an address holds.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(5);

    private const string Purpose = "evidence-pack";

    /// <summary>Gives the part of the address that says what is asked.</summary>
    public Result<string> Give(PackRequest request, Actor to)
    {
        if (!to.May(Permission.SeeEvidence) || (request.Whole && !to.May(Permission.SeePersonalData))) return RefusalCode.NotAllowed;
        if (request.Whole && string.IsNullOrWhiteSpace(request.Reason)) return new Refusal(RefusalCode.NoteNeeded, "reason");
        return seal.Close(Purpose, JsonSerializer.Serialize(new Ticket(request, to.Id, time.GetUtcNow() + Holds)));
    }

    /// <summary>Reads it; null if it is of somebody else, too old, or made up.</summary>
    public PackRequest? Take(string ticket, Actor by) =>
        seal.Open(Purpose, ticket) is { } text && JsonSerializer.Deserialize<Ticket>(text) is { } read && read.Of == by.Id && read.Until > time.GetUtcNow() ? read.Request : null;

    private sealed record Ticket(PackRequest Request, string Of, DateTimeOffset Until);
}
