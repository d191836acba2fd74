using System.Net;
using MaxMind.Db;

namespace PagoConsole.Core.Risk.Places;

/// <summary>
/// A country database, read into memory; asked by any number of threads at once. Not mapped: whoever still asks while the program ends would
/// read what is mapped no longer, which takes the whole process down.
/// </summary>
internal sealed class CountryFile(string path) : IDisposable
{
    private const int Sample = 50;
    private readonly Reader reader = new(path, FileAccessMode.Memory);

    /// <summary>Whether its entries have a country where we look for one.</summary>
    public bool TellsCountries => reader.FindAll<Entry>(cacheSize: Sample).Take(Sample).Any(entry => CodeOf(entry.Data) is not null);

    /// <summary>What the reader throws at a file that is not there, may not be read, or is something else.</summary>
    public static bool IsUnreadable(Exception failure) =>
        failure is IOException or UnauthorizedAccessException or InvalidDatabaseException or DeserializationException or ArgumentException
            or NotSupportedException;

    public string? CountryOf(IPAddress address) => CodeOf(reader.Find<Entry>(address));

    public void Dispose() => reader.Dispose();

    // Databases have words of their own for "nowhere" (ZZ) and for more than one country (EU, AP): those tell nothing here.
    private static string? CodeOf(Entry? entry) => Countries.Find(entry?.Code ?? entry?.Country?.Code)?.Code;

    /// <summary>Both usual forms: a code at the top, as in the file we bring, and MaxMind's own.</summary>
    internal sealed class Entry
    {
        [MapKey("country_code")]
        public string? Code { get; init; }

        [MapKey("country")]
        public NestedCountry? Country { get; init; }
    }

    internal sealed class NestedCountry
    {
        [MapKey("iso_code")]
        public string? Code { get; init; }
    }
}
