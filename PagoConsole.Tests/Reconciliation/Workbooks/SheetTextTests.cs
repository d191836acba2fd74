using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Reconciliation.Differences;
using PagoConsole.Core.Reconciliation.Workbooks;
using PagoConsole.Core.Reconciliation.Workbooks.Contents;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Core.Reconciliation.Workbooks.Sheets;
using PagoConsole.Reconciliation.Differences;
using PagoConsole.Reconciliation.Workbooks;

namespace PagoConsole.Tests.Reconciliation.Workbooks;

public sealed class SheetTextTests
{
    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+51987654321", true)]
    [InlineData("-5", true)]
    [InlineData("@x", true)]
    [InlineData("\tx", true)]
    [InlineData("\rx", true)]
    [InlineData("＝1+1", true)]
    [InlineData("MP-10001", false)]
    [InlineData("a=b", false)]
    [InlineData("", false)]
    public void What_a_spreadsheet_would_work_out_is_known(string text, bool looks) => Assert.Equal(looks, SheetText.LooksLikeFormula(text));

    [Theory]
    [InlineData("a\u0001b", "a\uFFFDb")]
    [InlineData("😀", "😀")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("plain", "plain")]
    public void A_text_is_made_fit_for_a_cell(string text, string fit) => Assert.Equal(fit, SheetText.ForCell(text));

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("a\uFFFDb", SheetText.ForCell($"a{(char)0xD800}b"));

    [Fact]
    public void A_text_that_is_too_long_is_cut() => Assert.Equal(SheetText.Longest, SheetText.ForCell(new string('x', 40_000)).Length);

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(51, "AZ")]
    [InlineData(52, "BA")]
    public void Columns_are_lettered(int column, string letters) => Assert.Equal(letters, RowFormat.Letters(column));

    [Theory]
    [InlineData("1299.90", "Money", 129_990)]
    [InlineData("-3.00", "Money", -300)]
    [InlineData("2026-11-24", "Date", 739_943)]
    public void A_stable_value_becomes_a_real_one(string text, string kind, long number)
    {
        var cell = DifferenceColumns.ValueOf(text, CodeWords.Instance);

        Assert.Equal((kind, number), (cell.Kind.ToString(), cell.Number));
    }

    [Fact]
    public async Task Chunks_are_the_file()
    {
        var kept = new List<byte[]>();
        var file = new byte[(ChunkStream.Size * 2) + 17];
        Random.Shared.NextBytes(file);
        await using var stream = new ChunkStream((number, piece) =>
        {
            Assert.Equal(kept.Count, number);
            kept.Add(piece);
            return Task.CompletedTask;
        });

        foreach (var part in file.Chunk(70_001)) await stream.WriteAsync(part, TestContext.Current.CancellationToken);
        var hash = await stream.EndAsync();

        Assert.Equal(file, kept.SelectMany(piece => piece));
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(file), hash);
        Assert.True(kept.Count >= 3);
    }

    [Fact]
    public void A_request_survives_its_address()
    {
        var asked = new WorkbookRequest
        {
            Filter = new DifferenceFilter
            {
                From = new(2026, 11, 1),
                To = new(2026, 11, 30),
                Kinds = new HashSet<DifferenceKind> { DifferenceKind.PaidTwice, DifferenceKind.WrongDay },
                States = new HashSet<DifferenceState> { DifferenceState.Open },
                Owner = "",
                AwaitsSecond = true,
                Mended = false,
                Currency = Core.Foundation.Currency.Usd,
                SellerId = "s-1",
                Text = "MP-1",
            },
            Form = WorkbookForm.DifferencesCsv,
            Lines = false,
            Language = "en",
            By = "",
        };

        var query = ExportQuery.Of(asked).ToDictionary(part => part.Name, part => part.Value);
        var read = ExportQuery.Read(name => query.GetValueOrDefault(name), "en", "person:fina")!;

        Assert.Equal(RequestText.Of(asked), RequestText.Of(read));
        Assert.Equal(RequestText.Of(asked), RequestText.Of(RequestText.Read(RequestText.Of(asked))));
    }

    [Theory]
    [InlineData("from=2026-11-22&kind=missing_in_report", true)]
    [InlineData("from=2026-11-22&kind=nonsense", false)]
    [InlineData("from=2026-11-22&kind=3", false)]
    [InlineData("from=22.11.2026", false)]
    [InlineData("to=2026-11-22", false)]
    [InlineData("from=2026-11-22&currency=x", false)]
    [InlineData("from=2026-11-22&form=LinesCsv,Workbook", false)]
    [InlineData("from=2026-11-22&to=2026-11-25&state=open,explained&form=lines_csv", true)]
    public void An_address_that_is_not_understood_exports_nothing(string query, bool understood)
    {
        var parts = query.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);

        Assert.Equal(understood, ExportQuery.Read(name => parts.GetValueOrDefault(name), "en", "person:fina") is not null);
    }

    [Theory]
    [InlineData(DifferencesView.Second, DifferencesFilter.Me)]
    [InlineData(DifferencesView.Mended, DifferencesFilter.Nobody)]
    [InlineData(DifferencesView.Corrected, "Fito")]
    [InlineData(DifferencesView.All, null)]
    public void A_page_exports_what_it_shows(DifferencesView view, string? owner)
    {
        var day = new DateOnly(2026, 11, 22);
        var shown = new DifferencesFilter { View = view, Owner = owner, Kind = DifferenceKind.PaidTwice, CurrencyCode = "USD", Search = "MP-1" };
        var viewer = new Actor(ActorKind.Person, "fina", "fina", new HashSet<Permission>());

        var query = shown.ToExport().Append(("from", "2026-11-22")).ToDictionary(part => part.Item1, part => part.Item2);
        var read = ExportQuery.Read(name => query.GetValueOrDefault(name), "en", viewer.Signature)!;

        var request = new WorkbookRequest { Filter = shown.ToCore(day, day, viewer), Language = "en", By = "" };
        Assert.Equal(RequestText.Of(request), RequestText.Of(read));
    }
}
