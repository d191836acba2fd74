using PagoConsole.Core.Foundation.Csv;

namespace PagoConsole.Tests.Foundation.Csv;

public sealed class CsvRecordsTests
{
    private static readonly HashSet<string> Names = ["a", "b"];

    [Theory]
    [InlineData("1,2", "1|2")]
    [InlineData("\"1\",\"2\"", "1|2")]
    [InlineData("\"1,5\",2", "1,5|2")]
    [InlineData("\"say \"\"hi\"\"\",2", "say \"hi\"|2")]
    [InlineData("TV 55\",2", "TV 55\"|2")]
    [InlineData(",", "|")]
    [InlineData("1,2,,", "1|2")]
    [InlineData("\"two\nlines\",2", "two\nlines|2")]
    [InlineData("1,\"\"", "1|")]
    public void Fields_are_read_by_rfc_4180(string line, string expected)
    {
        foreach (var end in (string[])["", "\n", "\r\n"])
        {
            var record = Assert.Single(Read($"a,b\n{line}{end}"));

            Assert.Null(record.Fault);
            Assert.Equal(expected, string.Join('|', record.Fields.Take(2)));
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("1,2,3")]
    [InlineData("\"1,2")]
    [InlineData("1,\"2")]
    [InlineData("\"1\"x,2")]
    [InlineData("\"1\n\n\n2,3")]
    [InlineData("caf\uFFFD,2")]
    [InlineData("caf\0,2")]
    public void A_broken_record_costs_its_own_line_and_no_other(string line)
    {
        var records = Read($"a,b\nfirst,1\n{line}\n\"last\",\"2\"\n");

        Assert.Equal("first", records[0].Fields[0]);
        Assert.NotNull(records[1].Fault);
        Assert.Equal(3, records[1].Line);
        Assert.Equal(("last", null), (records[^1].Fields[0], records[^1].Fault));
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var records = Read("a,b\n\n1,2\r\n\"x\ny\",3\n  \n4,5");

        Assert.Equal([3L, 4L, 7L], records.Select(record => record.Line));
        Assert.Equal("\"x\ny\",3", records[1].Raw);
    }

    [Fact]
    public void A_line_without_end_is_given_up_and_not_kept()
    {
        var records = Read($"a,b\n{new string('x', 3 * CsvRecords.Longest)},2\n1,2\n");

        Assert.Equal(($"longer than {CsvRecords.Longest} characters", null), (records[0].Fault, records[1].Fault));
        Assert.Equal(CsvRecords.Longest, records[0].Raw.Length);
    }

    [Theory]
    [InlineData("a;b\n1;2", ';')]
    [InlineData("b,a,note;more\n1,2,3", ',')]
    [InlineData("\" A \";\"B\"\n1;2", ';')]
    [InlineData("", ',')]
    public void The_delimiter_is_the_one_that_parts_the_header(string text, char expected) =>
        Assert.Equal(expected, new CsvRecords(new StringReader(text), Names).Delimiter);

    private static List<CsvRecord> Read(string text)
    {
        var records = new CsvRecords(new StringReader(text), Names);
        var read = new List<CsvRecord>();
        while (records.Next() is { } record) read.Add(record);
        return read;
    }
}
