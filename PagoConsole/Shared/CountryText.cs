namespace PagoConsole.Shared;

/// <summary>Names the resource triple of country names, by ISO 3166 alpha-2 code.</summary>
internal sealed class CountryText;
