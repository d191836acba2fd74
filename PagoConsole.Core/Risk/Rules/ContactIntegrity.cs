using PagoConsole.Core.Orders;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>contact-integrity</c>: it has none.</summary>
public sealed record ContactIntegritySettings;

/// <summary>Fires when a DNI, a RUC or a Peruvian mobile number cannot be right.</summary>
internal sealed class ContactIntegrity : Rule<ContactIntegritySettings>
{
    public override string Id => "contact-integrity";

    public override IReadOnlyList<IdentifierKind> LooksAt => [IdentifierKind.Document, IdentifierKind.Phone];

    private protected override Check Bind(ContactIntegritySettings settings, Binding on) => new(
        facts => facts.Order.Contact.Checked == 0 ? RuleResult.NoInput : Check.When(facts.Order.Contact.Faults.Count > 0),
        facts => Saw(string.Join(", ", facts.Order.Contact.Faults), facts.Order.Contact.Checked));

    private static Finding Saw(string faults, int looked) =>
        new(faults.Length > 0 ? $"not well formed: {faults}" : $"{looked} well formed", "all well formed", faults, Velocity.Text(looked));
}
