namespace PagoConsole.Core.Orders.Invoices;

/// <summary>
/// The number under which SUNAT knows a taxpayer (Registro Único de Contribuyentes): 11 digits. The first two say what kind of taxpayer it is
/// (10 a person by DNI, 15, 16 and 17 persons by other documents, 20 a company or institution), the last is a check digit by modulo 11 over
/// the first ten with the weights 5 4 3 2 7 6 5 4 3 2, as the forms of sunat.gob.pe reckon it and python-stdnum documents it
/// (stdnum.pe.ruc).
/// </summary>
public static class Ruc
{
    private const string Weights = "5432765432";
    private static readonly string[] Prefixes = ["10", "15", "16", "17", "20"];

    /// <summary>What is wrong with it; none where it is right.</summary>
    public static InvoiceFaults Check(string ruc)
    {
        if (ruc.Length != 11 || !ruc.All(char.IsAsciiDigit)) return InvoiceFaults.RucForm;
        if (!Prefixes.Contains(ruc[..2])) return InvoiceFaults.RucPrefix;
        return ruc[10] == CheckDigit(ruc) ? InvoiceFaults.None : InvoiceFaults.RucCheckDigit;
    }

    /// <summary>The digit that ends a number of these first ten.</summary>
    public static char CheckDigit(string firstTen) => (char)('0' + ((11 - (Weights.Select((weight, i) => (weight - '0') * (firstTen[i] - '0')).Sum() % 11)) % 10));

    /// <summary>Whether it is a company's number, mistyped perhaps. Any other may hold a person's document number: it is personal data.</summary>
    public static bool IsCompany(string ruc) => Check(ruc) is InvoiceFaults.None or InvoiceFaults.RucCheckDigit && ruc.StartsWith("20", StringComparison.Ordinal);

    /// <summary>As somebody without the right to see personal data sees it.</summary>
    public static string? Masked(string? ruc) => ruc is null || IsCompany(ruc) ? ruc : Masking.Tail(ruc, 3);

    /// <summary>The name that goes with a number, as somebody without the right to see personal data sees it.</summary>
    public static string? MaskedName(string? ruc, string? name) => ruc is not null && IsCompany(ruc) ? name : Masking.Name(name);
}
