using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Infrastructure;

/// <summary>Closes texts so that a test can see that they were closed: the host does it with its ring of keys.</summary>
internal sealed class PlainSeal : ISeal
{
    public string Close(string purpose, string text) => $"closed:{purpose}:{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text))}";

    public string? Open(string purpose, string closed) =>
        closed.Split(':') is ["closed", var made, var text] && made == purpose ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text)) : null;
}
