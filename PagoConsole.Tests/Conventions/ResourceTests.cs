using System.Xml.Linq;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Conventions;

public sealed class ResourceTests
{
    private static readonly string[] Translations = ["es", "zh-Hans"];

    private static IEnumerable<SourceFile> Neutral =>
        Repository.Files.Where(file => file.Extension == ".resx"
            && !Translations.Any(language => file.RelativePath.EndsWith($".{language}.resx", StringComparison.Ordinal)));

    [Fact]
    public void Every_text_exists_in_three_languages() =>
        (from neutral in Neutral
         from language in Translations
         from finding in Compare(neutral, language)
         select finding)
        .AssertNone("English, Spanish and Chinese have the same keys, each with its words.");

    [Fact]
    public void Every_translation_has_its_English() =>
        Repository.Files.Where(file => file.Extension == ".resx")
            .Where(file => Translations.Any(language => file.RelativePath.EndsWith($".{language}.resx", StringComparison.Ordinal)))
            .Where(file => !Neutral.Any(neutral => file.RelativePath.StartsWith(neutral.RelativePath[..^4], StringComparison.Ordinal)))
            .Select(file => file.RelativePath)
            .AssertNone("A translation stands beside its neutral file.");

    [Fact]
    public void Placeholders_are_the_same_in_three_languages() =>
        (from neutral in Neutral
         from language in Translations
         let translated = Read(Sibling(neutral, language))
         from text in Read(neutral.RelativePath)
         where translated.TryGetValue(text.Key, out var words) && !Placeholders(words).SetEquals(Placeholders(text.Value))
         select $"{Sibling(neutral, language)}: {text.Key}")
        .AssertNone("A translation uses the same {n} as the English text.");

    [Fact]
    public void Every_refusal_has_words()
    {
        var keys = Neutral.SelectMany(file => Read(file.RelativePath).Keys).ToHashSet();

        Enum.GetNames<RefusalCode>().Select(code => $"Refusal_{code}").Where(key => !keys.Contains(key))
            .AssertNone("No resource has words for:");
    }

    private static IEnumerable<string> Compare(SourceFile neutral, string language)
    {
        var path = Sibling(neutral, language);
        if (!File.Exists(Path.Combine(Repository.Root, path))) return [$"{path} is missing"];
        var (ours, theirs) = (Read(neutral.RelativePath), Read(path));
        return ours.Keys.Except(theirs.Keys).Select(key => $"{path}: {key} is missing")
            .Concat(theirs.Keys.Except(ours.Keys).Select(key => $"{path}: {key} is in no English file"))
            .Concat(theirs.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{path}: {text.Key} is empty"))
            .Concat(ours.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => $"{neutral}: {text.Key} is empty"));
    }

    private static string Sibling(SourceFile neutral, string language) => $"{neutral.RelativePath[..^5]}.{language}.resx";

    private static Dictionary<string, string> Read(string path) =>
        File.Exists(Path.Combine(Repository.Root, path))
            ? XDocument.Load(Path.Combine(Repository.Root, path)).Root!.Elements("data")
                .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")?.Value ?? "")
            : [];

    private static HashSet<string> Placeholders(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\d+").Select(match => match.Value)];
}
