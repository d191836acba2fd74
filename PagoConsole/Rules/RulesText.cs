namespace PagoConsole.Rules;

/// <summary>Names the resource triple of the rules: each rule's name and its sentences.</summary>
internal sealed class RulesText;
