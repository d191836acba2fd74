namespace PagoConsole.Core.Intake.Import;

/// <summary>The columns of a history file, by the names of its header.</summary>
internal sealed class ImportColumns
{
    public const string OrderId = "order_id";
    public const string PlacedAt = "placed_at";
    public const string Amount = "amount";
    public const string Currency = "currency";
    public const string AccountId = "account_id";
    public const string AccountCreatedAt = "account_created_at";
    public const string Ip = "ip";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string DocumentType = "document_type";
    public const string DocumentNumber = "document_number";
    public const string Address = "address";
    public const string Country = "country";
    public const string Device = "device_fingerprint";
    public const string SellerId = "seller_id";
    public const string Category = "category";
    public const string Status = "status";
    public const string PaidAt = "paid_at";
    public const string PaymentId = "payment_id";
    public const string Cip = "cip";
    public const string TransactionId = "transaction_id";
    public const string IsFraud = "is_fraud";

    private readonly Dictionary<string, int> places = [];

    public ImportColumns(IReadOnlyList<string> header)
    {
        for (var i = 0; i < header.Count; i++)
            if (Names.Contains(header[i]) && !places.TryAdd(header[i], i))
                Fault ??= $"The header names the column {header[i]} twice.";
        var missing = Required.Where(name => !places.ContainsKey(name)).ToList();
        if (missing.Count > 0)
            Fault ??= $"The header lacks the required column{(missing.Count > 1 ? "s" : "")} {string.Join(", ", missing)}.";
    }

    public static IReadOnlyList<string> Required { get; } = [OrderId, PlacedAt, Amount, Currency, AccountId, AccountCreatedAt, Ip];

    /// <summary>All that are read; others may stand in the file and are ignored.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(
        [
            .. Required, Email, Phone, DocumentType, DocumentNumber, Address, Country, Device, SellerId, Category, Status, PaidAt, PaymentId, Cip,
            TransactionId, IsFraud,
        ]);

    /// <summary>Why the file cannot be read with this header; null where it can.</summary>
    public string? Fault { get; }

    /// <summary>A field, trimmed; null where the column is absent or the field empty.</summary>
    public string? Of(IReadOnlyList<string> fields, string column) =>
        places.TryGetValue(column, out var place) && fields[place].Trim() is { Length: > 0 } text ? text : null;
}
