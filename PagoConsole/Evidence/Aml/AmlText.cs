namespace PagoConsole.Evidence.Aml;

/// <summary>Names the resource triple of the work against money laundering.</summary>
internal sealed class AmlText;
