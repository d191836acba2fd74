using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Payments.Cases;

/// <summary>What kind of document names a payee.</summary>
public enum PayeeDocument
{
    /// <summary>Documento Nacional de Identidad, 8 digits.</summary>
    DNI,

    /// <summary>Carné de extranjería.</summary>
    CE,

    /// <summary>Passport.</summary>
    PAS,

    /// <summary>Registro Único de Contribuyentes, 11 digits.</summary>
    RUC,
}

/// <summary>How finance made sure that the account is the buyer's.</summary>
public enum PayeeCheck
{
    /// <summary>The buyer was called at the number that the order has.</summary>
    CalledBack,

    /// <summary>The buyer's document and a statement of the account were seen.</summary>
    DocumentsSeen,

    /// <summary>The marketplace confirmed it.</summary>
    MarketplaceConfirmed,

    /// <summary>The bank showed the holder's name before the transfer.</summary>
    HolderShownByBank,
}

/// <summary>The buyer's form: to whom, and where, money goes back by transfer. Personal data throughout: kept apart, shown masked.</summary>
/// <param name="FullName">The account's holder.</param>
/// <param name="Document">What kind of document.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Account">The CCI (20 digits), or the bank's own account number.</param>
/// <param name="Check">How it was verified.</param>
public sealed record Payee(string FullName, PayeeDocument Document, string DocumentNumber, string Bank, string Account, PayeeCheck Check)
{
    /// <summary>Digits of a Código de Cuenta Interbancario.</summary>
    public const int CciDigits = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Without the blanks and dashes that people put between digits.</summary>
    public Payee Tidied() => this with
    {
        FullName = FullName.Trim(),
        DocumentNumber = Bare(DocumentNumber).ToUpperInvariant(),
        Bank = Bank.Trim(),
        Account = Bare(Account),
    };

    /// <summary>Every field that is missing or cannot be right, in the order of the form; none if all can be.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (FullName.Length is < 3 or > 120) faults.Add("fullName");
        if (!IsDocument()) faults.Add("documentNumber");
        if (Bank.Length is < 2 or > 60) faults.Add("bank");
        if (Account.Length is < 10 or > CciDigits || !IsDigits(Account)) faults.Add("account");
        return faults;
    }

    /// <summary>Enough to recognise it, not enough to use it.</summary>
    public Payee Masked() => this with { FullName = Masking.Name(FullName)!, DocumentNumber = Masking.Tail(DocumentNumber, 3)!, Account = Masking.Tail(Account, 4)! };

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static Payee FromJson(string json) => JsonSerializer.Deserialize<Payee>(json, Json)!;

    private bool IsDocument() => Document switch
    {
        PayeeDocument.DNI => DocumentNumber.Length == 8 && IsDigits(DocumentNumber),
        PayeeDocument.RUC => DocumentNumber.Length == 11 && IsDigits(DocumentNumber),
        PayeeDocument.CE or PayeeDocument.PAS => DocumentNumber.Length is >= 6 and <= 12,
    };

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')));

    private static bool IsDigits(string text) => text.All(char.IsAsciiDigit);
}

/// <summary>The stored form of a case, in a table of its own so that it can be erased one day while the case stays.</summary>
public sealed class PayeeRow
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary><see cref="Payee"/> as JSON.</summary>
    public required string Json { get; set; }
}
