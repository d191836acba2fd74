namespace PagoConsole.Evidence.Retention;

/// <summary>Names the resource triple of retention and legal holds.</summary>
internal sealed class RetentionText;
