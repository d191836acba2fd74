using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting;

/// <summary>Section <c>KeyRing</c>: what protects the keys that protect cookies and stored secrets.</summary>
internal sealed class KeyRingOptions
{
    public const string Section = "KeyRing";

    /// <summary>A certificate with its private key (PKCS #12) that encrypts the ring, so that the database alone opens nothing. The same on every node.</summary>
    /// <value>Default: none; the ring then lies in the database as it is.</value>
    public string? CertificatePath { get; set; }

    /// <summary>The file's password.</summary>
    public string? CertificatePassword { get; set; }
}

/// <summary>The ring of keys: in the database, so that all nodes share it, and encrypted where a certificate is configured.</summary>
internal static class KeyRingHosting
{
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSettings<KeyRingOptions>(KeyRingOptions.Section);
        var protection = services.AddDataProtection().SetApplicationName("PagoConsole");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UseKeyRing>();
        services.AddSingleton<ISeal, KeyRingSeal>();
        var options = settings.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new();
        if (options.CertificatePath is { Length: > 0 } path) protection.ProtectKeysWithCertificate(Read(path, options.CertificatePassword));
        return services;
    }

    private static X509Certificate2 Read(string path, string? password)
    {
        const string Key = $"{KeyRingOptions.Section}:{nameof(KeyRingOptions.CertificatePath)}";
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey ? certificate : throw new SettingsException([$"{Key}: the file has no private key"]);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{Key}: takes a PKCS #12 file that can be read with the password beside it"]);
        }
    }
}
