namespace PagoConsole.Hosting.Network;

/// <summary>Of an endpoint whose page needs less than the others: what it may load, and what it tells where its links lead.</summary>
/// <param name="ContentSecurity">The header <c>Content-Security-Policy</c>.</param>
/// <param name="Referrer">The header <c>Referrer-Policy</c>.</param>
internal sealed record PagePolicy(string ContentSecurity, string Referrer);
