using PagoConsole.Core.Foundation;

namespace PagoConsole.Shared;

/// <summary>What the browser on this circuit said of itself. Until it has, instants are shown in Lima's time.</summary>
internal sealed class BrowserFacts
{
    public const string ZoneCookie = "pago.zone";

    public TimeZoneInfo Zone { get; private set; } = Lima.Zone;

    /// <summary>Whether a second clock beside Lima's would say anything new.</summary>
    public bool IsInLima => Zone.Id == Lima.Zone.Id;

    public void UseZone(string? id)
    {
        if (!string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(Uri.UnescapeDataString(id), out var zone)) Zone = zone;
    }
}
