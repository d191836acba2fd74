namespace PagoConsole.Tests.Conventions;

public sealed class FileSizeTests
{
    private static readonly string[] Code = [".cs", ".razor", ".css", ".js"];

    [Fact]
    public void Source_files_are_short_in_the_median()
    {
        var sizes = Sizes();

        Assert.True(sizes[sizes.Count / 2] < 60, $"The median file has {sizes[sizes.Count / 2]} lines; under 60 are wanted.");
    }

    [Fact]
    public void Nineteen_of_twenty_source_files_are_under_250_lines()
    {
        var long250 = Repository.Program(Code).Where(file => file.Lines.Count >= 250).ToList();
        var share = (double)long250.Count / Sizes().Count;

        Assert.True(share <= 0.05, $"{share:P1} of the files have 250 lines or more: {string.Join(", ", long250)}");
    }

    [Fact]
    public void No_source_file_is_over_400_lines() =>
        TooLong(Repository.Program(Code), 400).AssertNone("A file has at most 400 lines.");

    [Fact]
    public void No_razor_file_has_150_lines_or_more() =>
        TooLong(Repository.Program(".razor"), 149).AssertNone("A .razor file has under 150 lines.");

    [Fact]
    public void No_test_file_has_400_lines_or_more() =>
        TooLong(Repository.Source(Code).Where(file => file.IsIn("PagoConsole.Tests")), 399)
            .AssertNone("A test file has under 400 lines.");

    private static List<int> Sizes() => [.. Repository.Program(Code).Select(file => file.Lines.Count).Order()];

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, int limit) =>
        files.Where(file => file.Lines.Count > limit).Select(file => $"{file}: {file.Lines.Count} lines");
}
