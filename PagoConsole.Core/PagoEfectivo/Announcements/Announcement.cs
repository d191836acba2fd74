namespace PagoConsole.Core.PagoEfectivo.Announcements;

/// <summary>What PagoEfectivo announces of an endpoint.</summary>
public enum AnnouncementKind
{
    /// <summary>It will be switched off: header <c>Sunset</c>, RFC 8594.</summary>
    Sunset,

    /// <summary>It should no longer be used: header <c>Deprecation</c>, RFC 9745.</summary>
    Deprecation,
}

/// <summary>A change of an endpoint that an answer of PagoEfectivo announced.</summary>
/// <param name="Endpoint">Method and path, identifiers left out.</param>
/// <param name="Kind">What is announced.</param>
/// <param name="On">For when, a day in UTC.</param>
/// <param name="Link">Where PagoEfectivo explains it.</param>
public sealed record Announcement(string Endpoint, AnnouncementKind Kind, DateOnly On, string? Link);
