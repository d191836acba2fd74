using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Payments;
using PagoConsole.Core.Payments.Cases;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Webhooks;
using PagoConsole.Core.Webhooks.Replay;

namespace PagoConsole.Core.Evidence.Chain;

/// <summary>Everything that proves what became of an order, from its placing to its refund or dispute.</summary>
public sealed record EvidenceChainView
{
    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether personal data, and free words in which there may be some, are in it.</summary>
    public required bool Whole { get; init; }

    /// <summary>The order.</summary>
    public required Order Order { get; init; }

    /// <summary>What the buyer placed; masked unless <see cref="Whole"/>.</summary>
    public required OrderContent Content { get; init; }

    /// <summary>How it was judged; null for an order of the marketplace's history.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Every rule's part in that.</summary>
    public IReadOnlyList<AssessedRule> Rules { get; init; } = [];

    /// <summary>Its case, if a person had to decide.</summary>
    public ReviewCase? Review { get; init; }

    /// <summary>What the marketplace answered when it was asked for more, oldest first.</summary>
    public IReadOnlyList<InformationAnswer> Answers { get; init; } = [];

    /// <summary>Its payable code.</summary>
    public Payment? Payment { get; init; }

    /// <summary>What was asked of PagoEfectivo, oldest first.</summary>
    public IReadOnlyList<GatewayCommand> Commands { get; init; } = [];

    /// <summary>Every HTTP attempt and what it was answered, oldest first.</summary>
    public IReadOnlyList<GatewayCallRow> Calls { get; init; } = [];

    /// <summary>Signed messages of PagoEfectivo about it, oldest first.</summary>
    public IReadOnlyList<DeliveredMessage> Messages { get; init; } = [];

    /// <summary>Money that was seen.</summary>
    public IReadOnlyList<MoneyMovement> Movements { get; init; } = [];

    /// <summary>Money that waits or waited for finance.</summary>
    public IReadOnlyList<MoneyCase> MoneyCases { get; init; } = [];

    /// <summary>To whom money goes back by transfer, by case; masked unless <see cref="Whole"/>.</summary>
    public IReadOnlyDictionary<string, Payee> Payees { get; init; } = new Dictionary<string, Payee>();

    /// <summary>Refunds that were asked for.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = [];

    /// <summary>That it was handed to a carrier.</summary>
    public Shipment? Shipment { get; init; }

    /// <summary>That it was received.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Disputes of it, oldest first.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    /// <summary>Whether it was fraud, as somebody says, oldest first.</summary>
    public IReadOnlyList<OrderLabel> Labels { get; init; } = [];

    /// <summary>Messages to the marketplace, oldest first.</summary>
    public IReadOnlyList<ToldMessage> Told { get; init; } = [];

    /// <summary>Logins of the account around it, oldest first.</summary>
    public IReadOnlyList<Login> Logins { get; init; } = [];

    /// <summary>Files that people attached, without their bytes.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>Its journal, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries { get; init; } = [];

    /// <summary>The private parts of entries that are still there, by position; empty unless <see cref="Whole"/>.</summary>
    public IReadOnlyDictionary<long, JournalPrivate> Private { get; init; } = new Dictionary<long, JournalPrivate>();

    /// <summary>Entries whose private part has been erased.</summary>
    public int Erased { get; init; }

    /// <summary>The position of the first entry that does not fit its hash or its predecessor; null when all do.</summary>
    public long? BrokenAt { get; init; }

    /// <summary>Whether there was more of something than is read.</summary>
    public bool CutShort { get; init; }

    /// <summary>What is missing, or speaks against itself.</summary>
    public IReadOnlyList<EvidenceGap> Gaps => EvidenceGaps.Of(this);

    /// <summary>The links of the chain and how each holds.</summary>
    public IReadOnlyList<EvidenceLink> Links => EvidenceLinks.Of(this, Gaps);

    /// <summary>Everything that happened, in one order.</summary>
    public IReadOnlyList<EvidenceStep> Steps => EvidenceSteps.Of(this);

    /// <summary>When its money was first known to have come; null as long as none has.</summary>
    public DateTimeOffset? PaidAt => Order.FirstPaidAt;

    /// <summary>Who received it; initials unless <see cref="Whole"/>.</summary>
    public string? Receiver => Whole ? Delivery?.ReceivedBy : Masking.Name(Delivery?.ReceivedBy);

    /// <summary>Free words, in which there may be personal data: hidden unless <see cref="Whole"/>.</summary>
    public string? Words(string? text) => Whole || string.IsNullOrEmpty(text) ? text : "•••";

    /// <summary>A network address; without its host unless <see cref="Whole"/>.</summary>
    public string Address(string ip) => Whole ? ip : Masking.Ip(ip);
}

/// <summary>A signed message of PagoEfectivo, without its body.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="EventId">PagoEfectivo's id of what happened.</param>
/// <param name="Type">What it says happened.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="Sender">From where.</param>
/// <param name="Headers">Its headers as a JSON object.</param>
/// <param name="BodyHash">SHA-256 of its body.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="ProcessedAt">When.</param>
/// <param name="Duplicates">How often it came again.</param>
/// <param name="Conflicts">How often it came again with another body.</param>
public sealed record DeliveredMessage(
    long ReceiptId, string? EventId, string? Type, DateTimeOffset ReceivedAt, string Sender, string Headers, byte[] BodyHash, ReceiptState State, DeliveryVerdict Verdict,
    DateTimeOffset? ProcessedAt, int Duplicates, int Conflicts)
{
    /// <summary>That people had it processed again, oldest first.</summary>
    public IReadOnlyList<ReceiptReplay> Replays { get; init; } = [];
}

/// <summary>A message to the marketplace, and every try to deliver it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Attempts">The tries, oldest first.</param>
public sealed record ToldMessage(OutboxMessage Message, IReadOnlyList<CallbackAttempt> Attempts);

/// <summary>To what a file is attached.</summary>
public enum AttachedTo
{
    /// <summary>A refund: the proof of its payout.</summary>
    Refund,

    /// <summary>A difference between orders, payments and report.</summary>
    Difference,
}

/// <summary>A file that somebody attached, without its bytes.</summary>
/// <param name="FileId">Its id.</param>
/// <param name="To">To what it is attached.</param>
/// <param name="OwnerId">The id of that.</param>
/// <param name="FileName">Its name, made safe.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes.</param>
/// <param name="By">Who attached it.</param>
/// <param name="At">When.</param>
public sealed record AttachedFile(string FileId, AttachedTo To, string OwnerId, string FileName, int Size, byte[] Sha256, string By, DateTimeOffset At);
