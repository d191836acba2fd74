using System.Net;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Places;

/// <summary>
/// The country of an address. A signal, not proof: networks move, travellers roam, and whoever wants to can come from anywhere.
/// </summary>
public sealed class PlaceFinder : IDisposable
{
    private readonly CountryFile file;

    /// <summary>Opens the database once, for as long as the program runs.</summary>
    public PlaceFinder(IOptions<PlacesOptions> options) => file = new CountryFile(options.Value.CountryFile);

    /// <summary>
    /// The country as ISO 3166 alpha-2, of an IPv4, IPv6 or IPv4-mapped address; null of a private or loopback one, of one that the database
    /// does not know, and of what is no address.
    /// </summary>
    public string? CountryOf(string ip) => IPAddress.TryParse(ip, out var address) ? CountryOf(address) : null;

    /// <inheritdoc cref="CountryOf(string)"/>
    public string? CountryOf(IPAddress ip)
    {
        var plain = Cidr.Plain(ip);
        return IPAddress.IsLoopback(plain) || NotPublic.Contain(plain) ? null : file.CountryOf(plain);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
