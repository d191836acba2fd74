using System.Collections.Frozen;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Marketplace;

/// <summary>What an API key may do: the names of the wire, and the permission that each stands for.</summary>
public static class ApiScopes
{
    private static readonly FrozenDictionary<Permission, string> Names = new Dictionary<Permission, string>
    {
        [Permission.ApiOrdersWrite] = "orders:write",
        [Permission.ApiOrdersRead] = "orders:read",
        [Permission.ApiEvidenceRead] = "evidence:read",
        [Permission.ApiEventsWrite] = "events:write",
        [Permission.ApiEventsRead] = "events:read",
    }.ToFrozenDictionary();

    /// <summary>Every scope.</summary>
    public static IReadOnlySet<Permission> All { get; } = Names.Keys.ToFrozenSet();

    /// <summary>The wire name of a scope, for example <c>orders:write</c>; null if a permission is no scope.</summary>
    public static string? NameOf(Permission scope) => Names.GetValueOrDefault(scope);

    /// <summary>Scopes as they are stored: names in order, separated by spaces.</summary>
    internal static string Write(IEnumerable<Permission> scopes) => string.Join(' ', scopes.Select(scope => Names[scope]).Order(StringComparer.Ordinal));

    /// <summary>Reads what <see cref="Write"/> wrote; a name that we no longer know gives nothing.</summary>
    internal static IReadOnlySet<Permission> Read(string text)
    {
        var names = text.Split(' ');
        return Names.Where(name => names.Contains(name.Value)).Select(name => name.Key).ToFrozenSet();
    }
}
