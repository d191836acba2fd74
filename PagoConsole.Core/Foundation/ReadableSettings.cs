using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace PagoConsole.Core.Foundation;

/// <summary>
/// A section without the values that cannot be read as what they should be. The binder stops at the first of those; so they are told
/// here, each by its key and with what it takes, and the rest is bound and checked as usual. An empty text counts as absent.
/// </summary>
internal sealed class ReadableSettings
{
    private readonly List<string> faults = [];
    private readonly HashSet<string> leftOut = new(StringComparer.OrdinalIgnoreCase);

    private ReadableSettings(IConfiguration section, string path, Type type)
    {
        Sort(section, path, "", type);
        Values = new ConfigurationBuilder()
            .AddInMemoryCollection(section.AsEnumerable(makePathsRelative: true).Where(value => !leftOut.Contains(value.Key)))
            .Build();
    }

    /// <summary>What can be bound.</summary>
    public IConfiguration Values { get; }

    /// <summary>What cannot be read, by key.</summary>
    public IReadOnlyList<string> Faults => faults;

    public static ReadableSettings Of<T>(IConfiguration all, string section) => new(section.Length == 0 ? all : all.GetSection(section), section, typeof(T));

    private void Sort(IConfiguration section, string path, string inside, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var key = inside + property.Name;
            var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (kind.IsValueType) Check(section[key], path.Length == 0 ? key : $"{path}:{key}", key, kind);
            else if (kind.Assembly == type.Assembly) Sort(section, path, $"{key}:", kind);
        }

        foreach (var list in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => IsList(property.PropertyType)))
            SortEach(section, path, inside + list.Name, list.PropertyType.GetGenericArguments()[0]);
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>);

    private void SortEach(IConfiguration section, string path, string key, Type type)
    {
        foreach (var item in section.GetSection(key).GetChildren())
        {
            var own = $"{key}:{item.Key}";
            if (type.IsValueType) Check(item.Value, path.Length == 0 ? own : $"{path}:{own}", own, type);
            else if (type != typeof(string)) Sort(section, path, $"{own}:", type);
        }
    }

    private void Check(string? text, string fullKey, string key, Type kind)
    {
        if (text is null || (text.Length > 0 && CanRead(text, kind))) return;
        leftOut.Add(key);
        if (text.Length > 0) faults.Add($"{fullKey}: takes {Takes(kind)}");
    }

    private static bool CanRead(string text, Type kind)
    {
        try
        {
            var value = TypeDescriptor.GetConverter(kind).ConvertFromInvariantString(text);
            return !kind.IsEnum || Enum.IsDefined(kind, value!);
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException or OverflowException or NotSupportedException
            || unreadable.InnerException is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string Takes(Type kind) => kind switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(kind))}",
        _ when kind == typeof(bool) => "true or false",
        _ when kind == typeof(int) || kind == typeof(long) => "a whole number",
        _ when kind == typeof(decimal) || kind == typeof(double) => "a number, with a point before decimals",
        _ when kind == typeof(TimeSpan) => "a duration such as 00:05:00",
        _ when kind == typeof(DateOnly) => "a date such as 2026-11-22",
        _ when kind == typeof(TimeOnly) => "a time of day such as 03:30",
        _ => $"a {kind.Name}",
    };
}
