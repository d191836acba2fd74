using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Storage;

/// <summary>Which database keeps the truth.</summary>
public enum StorageProvider
{
    /// <summary>One file beside the program: one machine.</summary>
    Sqlite,

    /// <summary>PostgreSQL 14 or newer: beyond one machine.</summary>
    Postgres,
}

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>Which database.</summary>
    /// <value>Default <see cref="StorageProvider.Sqlite"/>.</value>
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>How to reach it. A relative SQLite path starts from <see cref="Home"/>.</summary>
    /// <value>Default <c>Data Source=data/pago.db</c>.</value>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/pago.db";

    /// <summary>Folder for files of this installation.</summary>
    /// <value>Default: <c>data</c> beside the solution in a checkout, beside the program elsewhere.</value>
    public string? DataFolder { get; set; }

    /// <summary>The folder that relative paths start from: the checkout's root, or where the program lies.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>The folder for files of this installation.</summary>
    public string DataRoot => Path.GetFullPath(DataFolder ?? "data", Home);

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PagoConsole.sln")))
                return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
