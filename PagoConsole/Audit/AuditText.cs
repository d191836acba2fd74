namespace PagoConsole.Audit;

/// <summary>Names the resource triple of the audit.</summary>
internal sealed class AuditText;
