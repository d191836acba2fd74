using System.Globalization;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Reconciliation.Workbooks.Sheets;

/// <summary>How columns and values are called in what is exported.</summary>
internal interface IExportWords
{
    string Column(string key);

    string Name<T>(T value)
        where T : struct, Enum;

    /// <summary>A stable value that stands as a text somewhere: in words, if it is the name of one of these.</summary>
    string Value<T>(string value)
        where T : struct, Enum => Enum.TryParse<T>(value, ignoreCase: true, out var named) && Enum.IsDefined(named) ? Name(named) : value;
}

/// <summary>The words of a language, for people.</summary>
internal sealed class SheetWords(IWorkbookWords words, string language) : IExportWords
{
    private readonly Dictionary<Enum, string> names = [];

    public CultureInfo Culture { get; } = words.CultureOf(language);

    public string this[string key] => words.Of(key, Culture);

    public string this[string key, params object[] values] => string.Format(Culture, this[key], values);

    public string Column(string key) => this[$"Column_{key}"];

    public string Name<T>(T value)
        where T : struct, Enum
    {
        if (!names.TryGetValue(value, out var name)) names[value] = name = this[$"{typeof(T).Name}_{value}"];
        return name;
    }
}

/// <summary>Names that are the same in every language, for programs: those of the wire.</summary>
internal sealed class CodeWords : IExportWords
{
    public static CodeWords Instance { get; } = new();

    public string Column(string key) => SnakeCase.Of(key);

    public string Name<T>(T value)
        where T : struct, Enum => SnakeCase.Of(value.ToString());
}
