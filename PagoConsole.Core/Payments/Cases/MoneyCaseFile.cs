using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>A proof without its bytes.</summary>
public sealed record ProofView(string ProofId, string FileName, ProofType Type, int Size, string Sha256, string UploadedBy, DateTimeOffset UploadedAt);

/// <summary>All that finance needs to decide one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Order">Its order.</param>
/// <param name="Payment">The payable code and how it stands at PagoEfectivo, as far as was told.</param>
/// <param name="Movements">Money seen, oldest first.</param>
/// <param name="Refunds">Refunds asked for, oldest first.</param>
/// <param name="Options">The choices, each with its obstacle if it has one; none once it is decided.</param>
/// <param name="NeedsSecond">Whether the amount takes two people.</param>
/// <param name="Payee">The buyer's form, masked.</param>
/// <param name="Proofs">Proofs handed in, newest first.</param>
/// <param name="Timeline">What happened with the order's money, oldest first.</param>
/// <param name="Siblings">Other cases of the same order.</param>
public sealed record MoneyCaseView(
    MoneyCase Case, Order Order, Payment Payment, IReadOnlyList<MoneyMovement> Movements, IReadOnlyList<Refund> Refunds, IReadOnlyList<ChoiceOption> Options,
    bool NeedsSecond, Payee? Payee, IReadOnlyList<ProofView> Proofs, IReadOnlyList<JournalEntry> Timeline, IReadOnlyList<MoneyCase> Siblings)
{
    /// <summary>That risk had rejected the order before its money came; null where it had not.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>When PagoEfectivo last answered how the payment stands, whoever asked; null if it never did.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Masks the buyer's data in what people wrote about the case.</summary>
    public FreeWords Words { get; init; } = FreeWords.OfAnybody;

    /// <summary>What people wrote when they decided, by the position of the entry in the order's stream.</summary>
    public IReadOnlyDictionary<long, string> Notes { get; init; } = new Dictionary<long, string>();

    /// <summary>The refund that failed or is in doubt, or by which the money goes back outside PagoEfectivo.</summary>
    public Refund? Refund => Refunds.FirstOrDefault(r => r.RefundId == (Case.IsAboutRefund && Case.RefundId is null ? Case.TransactionId : Case.RefundId));
}

/// <summary>The file on one money case.</summary>
public sealed class MoneyCaseFile
{
    private const int Most = 500;
    private static readonly string[] Decisions = [MoneyEvents.Chosen, OrderEvents.MoneyCaseSettled, MoneyEvents.PayoutDecided, MoneyEvents.PayoutFailed];

    private readonly IDbContextFactory<PagoDb> contexts;
    private readonly ActiveRules rules;
    private readonly IOptionsMonitor<PaymentOptions> options;
    private readonly TimeProvider time;

    internal MoneyCaseFile(IDbContextFactory<PagoDb> contexts, ActiveRules rules, IOptionsMonitor<PaymentOptions> options, TimeProvider time)
    {
        this.contexts = contexts;
        this.rules = rules;
        this.options = options;
        this.time = time;
    }

    /// <summary>Reads it; personal data masked.</summary>
    public async Task<Result<MoneyCaseView>> ReadAsync(string caseId, Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.SeeMoney)) return RefusalCode.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<MoneyCase>().SingleOrDefaultAsync(c => c.CaseId == caseId, ct) is not { } found) return RefusalCode.NotFound;
        var order = await db.Set<Order>().SingleAsync(o => o.OrderId == found.OrderId, ct);
        var desk = await CaseOnDesk.ReadAsync(db, found, order, ct);
        var payee = await db.Set<PayeeRow>().AsNoTracking().SingleOrDefaultAsync(p => p.CaseId == caseId, ct);
        var proofs = await db.Set<ProofRow>().AsNoTracking().Where(p => p.CaseId == caseId).OrderByDescending(p => p.UploadedAt)
            .Select(p => new { p.ProofId, p.FileName, p.Type, p.Size, p.Sha256, p.UploadedBy, p.UploadedAt }).ToListAsync(ct);
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == order.Stream).OrderBy(e => e.Position).Take(Most).ToListAsync(ct);
        var words = await WordsAsync(db, order.OrderId, payee, ct);
        return new MoneyCaseView(
            found,
            order,
            desk.Payment,
            [.. desk.Movements.OrderBy(m => m.SeenAt)],
            desk.Refunds,
            found.State is MoneyCaseState.Open or MoneyCaseState.AwaitingSecond ? MoneyChoices.Of(desk.Facts(time.GetUtcNow())) : [],
            options.CurrentValue.MoneyNeedsSecond(found.Amount, (await rules.ReadAsync(db, ct)).Rules.Set.Rates),
            payee is null ? null : Payee.FromJson(payee.Json).Masked(),
            proofs.ConvertAll(p => new ProofView(p.ProofId, p.FileName, p.Type, p.Size, Convert.ToHexStringLower(p.Sha256), p.UploadedBy, p.UploadedAt)),
            [.. entries.Where(IsOfMoney)],
            await db.Set<MoneyCase>().AsNoTracking().Where(c => c.OrderId == found.OrderId && c.CaseId != caseId).OrderBy(c => c.OpenedAt).ToListAsync(ct))
        {
            Rejection = desk.Rejection is { } rejection ? rejection with { Note = words.Of(rejection.Note) } : null,
            AskedAt = await db.Set<GatewayCallRow>().Where(c => c.OrderId == found.OrderId && c.Method == "GET" && c.Fault == GatewayFault.None)
                .MaxAsync(c => (DateTimeOffset?)c.At, ct),
            Words = words,
            Notes = (await NotesAsync(db, order.Stream, entries, ct)).ToDictionary(note => note.Key, note => words.Of(note.Value)),
        };
    }

    private static async Task<Dictionary<long, string>> NotesAsync(PagoDb db, string stream, List<JournalEntry> entries, CancellationToken ct)
    {
        var decided = entries.Where(e => Decisions.Contains(e.Kind)).Select(e => e.Position).ToList();
        var kept = await db.Set<JournalPrivate>().AsNoTracking().Where(p => p.Stream == stream && decided.Contains(p.Position)).ToListAsync(ct);
        return kept.Select(p => (p.Position, Note: NoteOf(p.Text))).Where(p => p.Note is not null).ToDictionary(p => p.Position, p => p.Note!);
    }

    private static async Task<FreeWords> WordsAsync(PagoDb db, string orderId, PayeeRow? payee, CancellationToken ct)
    {
        var content = await db.Set<OrderContentRow>().AsNoTracking().SingleOrDefaultAsync(c => c.OrderId == orderId, ct);
        return FreeWords.About(content is null ? [] : [OrderContent.FromJson(content.Json)], payee is null ? null : Payee.FromJson(payee.Json).FullName);
    }

    private static string? NoteOf(string json) =>
        JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } kept && kept.TryGetProperty("note", out var note) ? note.GetString() : null;

    private static bool IsOfMoney(JournalEntry entry) => !entry.Kind.StartsWith("review.", StringComparison.Ordinal) && !entry.Kind.StartsWith("callback.", StringComparison.Ordinal);
}
