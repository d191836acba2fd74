namespace PagoConsole.Core.Reconciliation.Settlements;

/// <summary>What PagoEfectivo may keep of one payment by the fee schedule, in hundredths of the payment's currency.</summary>
/// <param name="FeeMinor">The commission.</param>
/// <param name="TaxMinor">The tax on it.</param>
public readonly record struct ExpectedFee(long FeeMinor, long TaxMinor);
