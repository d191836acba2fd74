using PagoConsole.Sandbox.Gateway;

namespace PagoConsole.Sandbox.Payments;

/// <summary>The payment as it is after a call, or why the call was refused.</summary>
internal sealed record PaymentResult(SandboxPayment? Payment, GatewayError? Error = null, string? RefundId = null)
{
    public static implicit operator PaymentResult(SandboxPayment payment) => new(payment);

    public static implicit operator PaymentResult(GatewayError error) => new(null, error);
}
