using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Risk.Places;

/// <summary>What of section <c>Risk</c> concerns places.</summary>
public sealed class PlacesOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Risk";

    /// <summary>
    /// The file that tells an address's country, in MaxMind's format (<c>.mmdb</c>), with <c>country_code</c> or <c>country.iso_code</c> in
    /// each entry. A relative path starts from <see cref="StorageOptions.Home"/>.
    /// </summary>
    /// <value>Default: the file that comes with the program.</value>
    public string? CountryDatabase { get; set; }

    internal string CountryFile =>
        string.IsNullOrWhiteSpace(CountryDatabase)
            ? Path.Combine(AppContext.BaseDirectory, "Risk", "Places", "Data", "iptoasn-country.mmdb")
            : Path.GetFullPath(CountryDatabase.Trim(), StorageOptions.Home);
}
