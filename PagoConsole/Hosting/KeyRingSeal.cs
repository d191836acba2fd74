using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting;

/// <summary>Closes texts with the ring of keys that also protects cookies.</summary>
internal sealed class KeyRingSeal(IDataProtectionProvider provider) : ISeal
{
    public string Close(string purpose, string text) => provider.CreateProtector("PagoConsole.Seal", purpose).Protect(text);

    public string? Open(string purpose, string closed)
    {
        try
        {
            return provider.CreateProtector("PagoConsole.Seal", purpose).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
