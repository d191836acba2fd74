namespace PagoConsole.Hosting;

/// <summary>Return addresses come from a query string, so anybody can write one: only paths of our own are followed.</summary>
internal static class LocalUrl
{
    public static string OrHome(string? url) => IsLocal(url) ? url! : "/";

    /// <summary>A path from our own root; neither <c>//host</c> nor <c>/\host</c>, which browsers take for another host.</summary>
    public static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
