using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Conventions;

public sealed class PageTests
{
    [Fact]
    public void Markup_has_no_inline_style() =>
        Repository.Program(".razor")
            .Matching(new Regex("""\s(?:style|Style)\s*=\s*["'@]"""))
            .AssertNone("Style lives in .razor.css.");

    [Fact]
    public void Markup_has_no_code_block() =>
        Repository.Program(".razor")
            .Matching(new Regex(@"^\s*@(code|functions)\b"))
            .AssertNone("Logic lives in .razor.cs.");

    [Fact]
    public void A_page_loads_nothing_from_another_host() =>
        Repository.Program(".razor", ".css", ".js", ".html", ".svg", ".webmanifest")
            .Matching(new Regex("""(?<!xmlns="|xmlns:xlink="|')https?://(?!www\.w3\.org/)|["'(]//[a-z0-9-]+\.""", RegexOptions.IgnoreCase))
            .AssertNone("A page loads nothing from another host.");

    [Fact]
    public void Components_do_not_assign_their_own_parameters() =>
        (from file in Repository.Program(".cs")
         where file.RelativePath.EndsWith(".razor.cs", StringComparison.Ordinal)
         from Match parameter in Regex.Matches(file.Text, @"\[(?:Parameter|CascadingParameter)[^\]]*\][^;{]*?\s(\w+)\s*\{\s*get;\s*set;")
         let name = parameter.Groups[1].Value
         where Regex.IsMatch(file.Text, $@"^\s+{name}\s*(=|\+=|\?\?=)[^=>]", RegexOptions.Multiline)
         select $"{file}: {name}")
        .AssertNone("A component never assigns its own parameter.");
}
