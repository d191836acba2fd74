using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.PagoEfectivo.Announcements;

namespace PagoConsole.Admin;

/// <summary>What PagoEfectivo announced of endpoints that the console uses.</summary>
public sealed partial class AnnouncementCard
{
    [Inject]
    internal IStringLocalizer<ConnectionText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<KeptAnnouncement> Announced { get; set; }

    private static string HostOf(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri.Host : link;
}
