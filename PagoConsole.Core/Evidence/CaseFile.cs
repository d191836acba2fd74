using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence;

/// <summary>Everything that a reviewer needs of one case, on top of the file on its order.</summary>
/// <param name="At">The instant at which it was read.</param>
/// <param name="File">The file on the order.</param>
/// <param name="Case">The case.</param>
/// <param name="Content">What the buyer placed: whole for whoever has the case in hand, masked for everybody else.</param>
/// <param name="InHand">Whether the viewer has the case in hand.</param>
/// <param name="Whole">Whether personal data, and free words in which there may be some, are shown.</param>
/// <param name="Answers">What the marketplace answered, oldest first.</param>
/// <param name="Account">The file on the account.</param>
public sealed record CaseFileView(
    DateTimeOffset At, OrderFileView File, ReviewCase Case, OrderContent Content, bool InHand, bool Whole, IReadOnlyList<InformationAnswer> Answers, AccountView? Account);

/// <summary>The file on a case.</summary>
public sealed class CaseFile(IDbContextFactory<PagoDb> contexts, OrderFile orders, AccountFile accounts, TimeProvider time)
{
    /// <summary>
    /// Reads it. Who has the case in hand, and may see personal data, sees the buyer's unmasked for as long as it is theirs: the claim is journalled.
    /// </summary>
    public async Task<Result<CaseFileView>> ReadAsync(string orderId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeReviews)) return RefusalCode.NotAllowed;
        var file = await orders.ReadAsync(orderId, viewer, ct);
        if (!file.Done) return file.Refusal!;
        if (file.Value.Review is not { } held) return RefusalCode.NotFound;
        var account = await accounts.ReadAsync(file.Value.Order.AccountId, viewer, ct);
        var now = time.GetUtcNow();
        var inHand = held.State != ReviewState.Closed && held.IsHeldBy(viewer, now);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var whole = inHand && viewer.May(Permission.SeePersonalData);
        var content = whole
            ? OrderContent.FromJson((await db.Set<OrderContentRow>().AsNoTracking().SingleAsync(c => c.OrderId == orderId, ct)).Json)
            : file.Value.Content;
        var answers = await db.Set<InformationAnswer>().AsNoTracking().Where(a => a.OrderId == orderId).OrderBy(a => a.Id).ToListAsync(ct);
        return new CaseFileView(now, file.Value, held, content, inHand, whole, answers, account.Done ? account.Value : null);
    }
}
