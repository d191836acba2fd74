using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using PagoConsole.Core.People;

namespace PagoConsole.Hosting;

/// <summary>Keeps the data protection keys in our own database: every node reads the same ones, and a restart signs nobody out.</summary>
internal sealed class UseKeyRing(KeyRing ring) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new Repository(ring);

    private sealed class Repository(KeyRing ring) : IXmlRepository
    {
        public IReadOnlyCollection<XElement> GetAllElements() => [.. ring.Read().Select(xml => XElement.Parse(xml))];

        // The interface is synchronous; a key is written once in three months, from a thread of the pool.
        public void StoreElement(XElement element, string friendlyName) =>
            ring.AddAsync(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();
    }
}
