using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml.Monitor;

/// <summary>Finds a document by its number, so that pages and addresses name it by its hash.</summary>
public sealed class FindDocument(IDbContextFactory<PagoDb> contexts)
{
    /// <summary>The hash, in small hexadecimal, of a document that some order names.</summary>
    /// <param name="text">A number, one with its type before it, or a hash.</param>
    /// <param name="viewer">Who searches.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<string>> RunAsync(string text, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeAml)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        foreach (var hash in DocumentHash.Readings(text))
            if (await db.Set<OrderIdentifier>().AnyAsync(i => i.Kind == IdentifierKind.Document && i.ValueHash == hash, ct)) return Convert.ToHexStringLower(hash);
        return RefusalCode.NotFound;
    }
}
