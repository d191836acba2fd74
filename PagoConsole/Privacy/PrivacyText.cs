namespace PagoConsole.Privacy;

/// <summary>Names the resource triple of the pages about personal data.</summary>
internal sealed class PrivacyText;
