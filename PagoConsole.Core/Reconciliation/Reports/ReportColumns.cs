using System.Text;

namespace PagoConsole.Core.Reconciliation.Reports;

/// <summary>The columns of a report, in the order in which its first line names them.</summary>
internal sealed class ReportColumns
{
    /// <summary>The contract's first line.</summary>
    public const string Header =
        "payment_id,order_id,cip,status,currency,amount,fee,fee_tax,net,channel,paid_at,settlement_date,transaction_id,seller_id";

    /// <summary>More columns than that no report has, whoever adds some.</summary>
    public const int Most = 64;

    public const int PaymentId = 0, OrderId = 1, Cip = 2, Status = 3, Currency = 4, Amount = 5, Fee = 6, FeeTax = 7, Net = 8, Channel = 9, PaidAt = 10,
        SettlementDate = 11, TransactionId = 12, SellerId = 13;

    private static readonly string[] Names = Header.Split(',');
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    private readonly int[] places;

    private ReportColumns(int[] places, int count, byte delimiter)
    {
        this.places = places;
        Count = count;
        Delimiter = delimiter;
    }

    /// <summary>The contract's own columns.</summary>
    public static ReportColumns OfContract { get; } = Of(Encoding.UTF8.GetBytes(Header), out _)!;

    /// <summary>How many fields a line has.</summary>
    public int Count { get; }

    /// <summary>What parts them: a comma, or a semicolon in a file that a spreadsheet saved here.</summary>
    public byte Delimiter { get; }

    /// <summary>Where a column stands.</summary>
    public int this[int column] => places[column];

    /// <summary>Reads a first line: all names of the contract, in any order; others beside them are passed over.</summary>
    /// <param name="line">Without its line end.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static ReportColumns? Of(ReadOnlySpan<byte> line, out string? fault)
    {
        if (line.StartsWith(Mark)) line = line[Mark.Length..];
        var delimiter = line.IndexOf((byte)',') < 0 && line.IndexOf((byte)';') >= 0 ? ';' : ',';
        var names = Encoding.UTF8.GetString(line).Split(delimiter).Select(name => name.Trim().Trim('"').ToLowerInvariant()).ToList();
        var missing = Names.Where(name => !names.Contains(name)).ToList();
        fault = (missing, names) switch
        {
            ({ Count: > 0 }, _) => $"the first line does not name {string.Join(", ", missing)}",
            (_, { Count: > Most }) => $"the first line names more than {Most} columns",
            _ when Names.FirstOrDefault(name => names.Count(other => other == name) > 1) is { } twice => $"the first line names {twice} twice",
            _ => null,
        };
        return fault is null ? new ReportColumns([.. Names.Select(name => names.IndexOf(name))], names.Count, (byte)delimiter) : null;
    }
}
