namespace PagoConsole.Rules;

/// <summary>Names the resource triple of the tabs about rules.</summary>
internal sealed class RulesTabsText;
