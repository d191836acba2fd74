using PagoConsole.Core.Payments.Cases;

namespace PagoConsole.MoneyDesk;

/// <summary>The buyer's form while somebody fills it in.</summary>
public sealed class PayeeDraft
{
    public string FullName { get; set; } = "";

    public PayeeDocument Document { get; set; } = PayeeDocument.DNI;

    public string DocumentNumber { get; set; } = "";

    public string Bank { get; set; } = "";

    public string Account { get; set; } = "";

    public PayeeCheck Check { get; set; } = PayeeCheck.CalledBack;

    public Payee ToPayee() => new(FullName, Document, DocumentNumber, Bank, Account, Check);
}
