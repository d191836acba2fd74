using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Risk.Places;

/// <summary>A file that cannot be read, or tells no country, stops the start: else every address would quietly be from nowhere.</summary>
internal sealed class CheckCountryDatabase : IValidateOptions<PlacesOptions>
{
    private const string Key = $"{PlacesOptions.Section}:{nameof(PlacesOptions.CountryDatabase)}";

    public ValidateOptionsResult Validate(string? name, PlacesOptions options)
    {
        try
        {
            using var file = new CountryFile(options.CountryFile);
            return file.TellsCountries
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Key}: takes a database with country_code or country.iso_code in its entries; {options.CountryFile} has neither");
        }
        catch (Exception failure) when (CountryFile.IsUnreadable(failure))
        {
            return ValidateOptionsResult.Fail($"{Key}: takes the path of a country database (.mmdb); {options.CountryFile} cannot be read: {failure.Message}");
        }
    }
}
