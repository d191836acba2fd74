using System.Collections.Frozen;
using System.Globalization;

namespace PagoConsole.Core.Risk.Places;

/// <summary>Roughly where a country lies.</summary>
/// <param name="Code">ISO 3166 alpha-2.</param>
/// <param name="Latitude">Of its middle, in degrees; south is negative.</param>
/// <param name="Longitude">Of its middle, in degrees; west is negative.</param>
/// <param name="RadiusKm">Of a circle with the country's area, in kilometres.</param>
/// <param name="Neighbours">The countries it has a land border with.</param>
public sealed record Country(string Code, double Latitude, double Longitude, double RadiusKm, IReadOnlySet<string> Neighbours);

/// <summary>The countries of the world, from <c>Data/countries.csv</c>.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, Country> ByCode = Read().ToFrozenDictionary(country => country.Code);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Country> All => ByCode.Values;

    /// <summary>The country of a code, or null.</summary>
    public static Country? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    private static IEnumerable<Country> Read()
    {
        using var file = new StreamReader(typeof(Countries).Assembly.GetManifestResourceStream("countries.csv")!);
        file.ReadLine(); // the names of the columns
        while (file.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            var neighbours = cells[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
            yield return new Country(cells[0], Number(cells[1]), Number(cells[2]), Number(cells[3]), neighbours);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
