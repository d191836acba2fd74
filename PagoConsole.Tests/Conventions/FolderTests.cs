namespace PagoConsole.Tests.Conventions;

public sealed class FolderTests
{
    private static readonly string[] SaysNothing =
        ["Services", "Helpers", "Models", "Utilities", "Utils", "Managers", "Implementations", "Common", "Misc", "Dtos", "Interfaces"];

    [Fact]
    public void A_folder_is_named_after_a_business_concept() =>
        Repository.Source(".cs", ".razor")
            .Where(file => file.Folder.Split('/').Any(part => SaysNothing.Contains(part, StringComparer.OrdinalIgnoreCase)))
            .Select(file => file.Folder)
            .AssertNone("These folders are named after a technique.");

    [Fact]
    public void A_namespace_follows_its_folder() =>
        (from file in Repository.Source(".cs")
         let declared = file.Lines.FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
         where declared is not null
         let expected = file.Folder.Replace("benchmarks", "PagoConsole.Benchmarks", StringComparison.Ordinal).Replace('/', '.')
         where declared.TrimEnd(';', ' ') != $"namespace {expected}"
         select $"{file}: {declared} (expected {expected})")
        .AssertNone("Folder and namespace are the same word.");

    [Fact]
    public void Every_decision_has_its_page()
    {
        string[] topics = ["storage", "journal", "jobs", "webhook-door"];
        var pages = Repository.Files.Where(file => file.IsIn("docs/decisions")).Select(file => file.RelativePath).ToList();

        topics.Where(topic => !pages.Any(page => page.Contains(topic, StringComparison.OrdinalIgnoreCase)))
            .AssertNone("docs/decisions lacks a page about:");
    }

    [Fact]
    public void Packages_come_from_wherever_the_machine_is_set_up_to_get_them()
    {
        // Written in two parts, so that this file is not its own finding.
        string[] registries = ["nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "pypi" + ".org"];

        Repository.Files
            .Where(file => file.RelativePath.EndsWith("nuget.config", StringComparison.OrdinalIgnoreCase))
            .Select(file => file.RelativePath)
            .AssertNone("The solution brings no package source of its own.");
        (from file in Repository.Files
         where file.Extension is ".cs" or ".razor" or ".md" or ".json" or ".props" or ".csproj" or ".sh" or ".js" or ".css" or ".yml" or ""
         from registry in registries
         where file.Text.Contains(registry, StringComparison.OrdinalIgnoreCase)
         select $"{file}: {registry}")
        .AssertNone("No file names a package registry.");
    }
}
