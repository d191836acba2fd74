namespace PagoConsole.Tests.Conventions;

/// <summary>The working copy the tests were built from, as the convention tests read it.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "data", "TestResults", "node_modules", ".git", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
        [.. Walk(new DirectoryInfo(Root)).Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/')))];

    /// <summary>Source of the program and its tests, without what a tool wrote.</summary>
    public static IEnumerable<SourceFile> Source(params string[] extensions) =>
        Files.Where(file => extensions.Contains(file.Extension) && !file.IsGenerated);

    /// <summary>Source of the program itself.</summary>
    public static IEnumerable<SourceFile> Program(params string[] extensions) =>
        Source(extensions).Where(file => file.IsIn("PagoConsole.Core") || file.IsIn("PagoConsole"));

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PagoConsole.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("PagoConsole.sln is in no folder above the tests.");
    }
}

internal sealed record SourceFile(string RelativePath)
{
    private readonly Lazy<string> text = new(() => File.ReadAllText(Path.Combine(Repository.Root, RelativePath)));

    public string Text => text.Value;

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    public string Extension => Path.GetExtension(RelativePath);

    public string Folder => Path.GetDirectoryName(RelativePath)?.Replace('\\', '/') ?? "";

    public bool IsGenerated =>
        RelativePath.Contains("/Migrations/", StringComparison.Ordinal)
        || RelativePath.EndsWith(".Designer.cs", StringComparison.Ordinal)
        || RelativePath.EndsWith(".min.js", StringComparison.Ordinal)
        || RelativePath.EndsWith(".min.css", StringComparison.Ordinal);

    public bool IsIn(string folder) => RelativePath.StartsWith(folder + "/", StringComparison.Ordinal);

    public override string ToString() => RelativePath;
}
