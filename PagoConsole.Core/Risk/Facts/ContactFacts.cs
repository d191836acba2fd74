using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Facts;

/// <summary>A contact detail that cannot be right.</summary>
public enum ContactFault
{
    /// <summary>A DNI that has not eight digits.</summary>
    Dni,

    /// <summary>A RUC whose prefix or check digit is wrong: the buyer's, the seller's or the invoice's.</summary>
    Ruc,

    /// <summary>A Peruvian phone number that is no mobile.</summary>
    Phone,
}

/// <summary>Which contact details an order gives that can be checked, and which of them cannot be right. Holds none of them itself.</summary>
/// <param name="Checked">How many were checked.</param>
/// <param name="Faults">Those that cannot be right.</param>
public sealed record ContactFacts(int Checked, IReadOnlyList<ContactFault> Faults)
{
    /// <summary>Checks an order's contact details.</summary>
    public static ContactFacts Of(OrderContent content)
    {
        var checks = Checks(content).ToList();
        return new(checks.Count, [.. checks.Where(c => !c.Right).Select(c => c.Fault).Distinct()]);
    }

    private static IEnumerable<(ContactFault Fault, bool Right)> Checks(OrderContent content)
    {
        var (type, number) = (content.Account.DocumentType?.ToUpperInvariant(), content.Account.DocumentNumber?.Trim());
        if (number is { Length: > 0 } && type == "DNI") yield return (ContactFault.Dni, ContactChecks.IsDni(number));
        string?[] rucs = [type == "RUC" ? number : null, content.Seller?.Ruc?.Trim(), content.Invoice?.Ruc?.Trim()];
        foreach (var ruc in rucs.Where(ruc => !string.IsNullOrEmpty(ruc))) yield return (ContactFault.Ruc, ContactChecks.IsRuc(ruc!));
        if (!string.IsNullOrWhiteSpace(content.Account.Phone))
            yield return (ContactFault.Phone, ContactChecks.FormOf(content.Account.Phone) is PhoneForm.PeruvianMobile or PhoneForm.Foreign);
    }
}
