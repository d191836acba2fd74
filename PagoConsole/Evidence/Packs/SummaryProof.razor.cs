namespace PagoConsole.Evidence.Packs;

/// <summary>What in the pack proves the account, and what is left out of it.</summary>
public sealed partial class SummaryProof;
