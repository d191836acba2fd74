using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.PagoEfectivo;

/// <summary>The buyer as PagoEfectivo is told of them; what is not known is left out.</summary>
/// <param name="Email">E-mail address.</param>
/// <param name="FullName">Name.</param>
/// <param name="DocumentType">Kind of identity document.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="Phone">Phone number.</param>
public sealed record GatewayCustomer(
    string? Email = null, string? FullName = null, string? DocumentType = null, string? DocumentNumber = null, string? Phone = null);

/// <summary>What a new payment is asked for with. Frozen to text once, so that every repeat sends the very same bytes.</summary>
public sealed record CreatePayment
{
    /// <summary>The marketplace's order.</summary>
    public required string OrderId { get; init; }

    /// <summary>What the buyer is to pay.</summary>
    public required Money Amount { get; init; }

    /// <summary>Until when the code can be paid.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where PagoEfectivo sends the buyer back to.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>What the buyer reads on the receipt.</summary>
    public required string Concept { get; init; }

    /// <summary>The buyer.</summary>
    public required GatewayCustomer Customer { get; init; }

    /// <summary>The JSON body as it goes over the wire.</summary>
    public string ToBody() => FrozenBody.Write(json =>
    {
        json.WriteString("order_id", OrderId);
        json.WriteNumber("amount", Amount.Amount);
        json.WriteString("currency", Amount.Currency.Code);
        json.WriteString("expires_at", FrozenBody.Instant(ExpiresAt));
        json.WriteString("return_url", ReturnUrl);
        json.WriteString("concept", Concept);
        json.WriteStartObject("customer");
        WriteKnown(json, "email", Customer.Email);
        WriteKnown(json, "full_name", Customer.FullName);
        WriteKnown(json, "document_type", Customer.DocumentType);
        WriteKnown(json, "document_number", Customer.DocumentNumber);
        WriteKnown(json, "phone", Customer.Phone);
        json.WriteEndObject();
    });

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) json.WriteString(name, value);
    }
}
