using System.Text;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Lists;

public sealed class ListStoreOnSqlite() : ListStoreTests(StorageProvider.Sqlite);

public sealed class ListStoreOnPostgres() : ListStoreTests(StorageProvider.Postgres);

/// <summary>Lists in the store: files in and out, searches, pages.</summary>
public abstract class ListStoreTests(StorageProvider provider) : RiskPath(provider)
{
    private const string File =
        "effect,kind,value,reason,expires_at\nBlock,Phone,987654321,Chargeback,\nTrust,Device,=fp-1,Own till,2026-12-31\nBlock,Shoe,1,x,\nReview,EmailDomain,10minute.mail,\"Throw-away, often\",\n";

    private static Actor Auditor { get; } = new(ActorKind.Person, "auditor", "auditor", new HashSet<Permission> { Permission.SeeRules, Permission.SeeOrders });

    [Fact]
    public async Task A_look_changes_nothing_and_the_import_adds_what_it_said()
    {
        var preview = await PreviewAsync(File);
        Assert.Empty((await PageAsync(new ListFilter())).Rows);
        Assert.Equal((3, 0, 4L), (preview.Added, preview.There, Assert.Single(preview.Faulty).Number));

        var run = await ImportAsync(preview);

        Assert.Equal((3, 3, 3), (run.Of, run.Seen, run.Did));
        var rows = (await PageAsync(new ListFilter())).Rows;
        Assert.Equal(["+51987654321", "10minute.mail", "=fp-1"], rows.Select(row => row.Entry.Value).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("analyst", row.Entry.Owner));
        Assert.Equal(
            [ListEvents.Added, ListEvents.Added, ListEvents.Added, ListEvents.Imported],
            (await JournalAsync()).ConvertAll(entry => entry.Kind));
        Assert.Contains("\"added\":3", (await JournalAsync())[^1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_adds_nothing()
    {
        await ImportAsync(await PreviewAsync(File));

        var again = await PreviewAsync(File);
        var run = await ImportAsync(again);

        Assert.Equal((0, 3, 0), (again.Added, again.There, run.Did));
        Assert.Equal(3, (await PageAsync(new ListFilter())).Total);
    }

    [Fact]
    public async Task Two_people_who_import_the_same_at_once_add_it_once()
    {
        var lines = "effect,kind,value,reason\n" + string.Concat(Enumerable.Range(0, 120).Select(i => $"Block,Device,fp-{i},x\n"));
        var turned = "effect,kind,value,reason\n" + string.Concat(Enumerable.Range(0, 120).Reverse().Select(i => $"Block,Device,fp-{i},x\n"));
        var (one, other) = (await PreviewAsync(lines), await PreviewAsync(turned));
        var import = Get<ImportList>();

        var runs = new[] { import.Start(one, Analyst).Value, import.Start(other, Person("admin")).Value };
        await Task.WhenAll(runs.Select(run => run.Completion));

        Assert.Equal(120, runs.Sum(run => run.Did));
        Assert.Equal(120, (await PageAsync(new ListFilter())).Total);
    }

    [Fact]
    public async Task Who_may_not_change_rules_imports_nothing()
    {
        var import = Get<ImportList>();

        Assert.Equal(RefusalCode.NotAllowed, (await import.PreviewAsync(Encoding.UTF8.GetBytes(File), Auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, import.Start(await PreviewAsync(File), Auditor).Refusal?.Code);
        Assert.Equal((RefusalCode.Invalid, "Header"), (await import.PreviewAsync("x"u8.ToArray(), Analyst, Ct)).Refusal is { } refusal ? (refusal.Code, refusal.Field) : default);
    }

    [Fact]
    public async Task What_goes_out_comes_in_again_as_the_same_and_no_spreadsheet_works_it_out()
    {
        await ImportAsync(await PreviewAsync(File));

        var text = await ExportAsync(new ListFilter(), Analyst, "to move them to the new shop");
        var again = await PreviewAsync(text);

        Assert.Contains("'+51987654321", text, StringComparison.Ordinal);
        Assert.Contains("'=fp-1", text, StringComparison.Ordinal);
        Assert.Equal((0, 3, 0), (again.Added, again.There, again.Faulty.Count));
        var told = (await JournalAsync())[^1];
        Assert.Equal(ListEvents.Exported, told.Kind);
        Assert.Contains("\"entries\":3", told.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_personal_data_takes_it_out_masked()
    {
        await ImportAsync(await PreviewAsync(File));

        var text = await ExportAsync(new ListFilter(Kind: ListedKind.Phone), Auditor);

        Assert.Contains("•••321", text, StringComparison.Ordinal);
        Assert.DoesNotContain("987654321", text, StringComparison.Ordinal);
        Assert.Equal(ListLineFault.Masked, Assert.Single((await PreviewAsync(text)).Faulty).Fault);
        Assert.Equal(text, await ExportAsync(new ListFilter(Kind: ListedKind.Phone), Auditor, "a reason without the permission"));
        Assert.Equal(text, await ExportAsync(new ListFilter(Kind: ListedKind.Phone), Analyst));
    }

    [Theory]
    [InlineData("CHARGE", 1)] // a part of the reason, in any letters
    [InlineData("minute", 1)]
    [InlineData("987654321", 1)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("765432", 1)]
    public async Task A_part_of_what_one_may_see_is_found(string text, int rows)
    {
        await ImportAsync(await PreviewAsync(File));

        Assert.Equal(rows, (await PageAsync(new ListFilter(Search: text))).Rows.Count);
    }

    [Fact]
    public async Task A_part_of_what_is_masked_is_not_found_but_the_whole_is()
    {
        await ImportAsync(await PreviewAsync(File));

        Assert.Equal(0, (await PageAsync(new ListFilter(Search: "765432"), Auditor)).Total);
        Assert.Equal(1, (await PageAsync(new ListFilter(Search: "987 654 321"), Auditor)).Total);
    }

    [Fact]
    public async Task Ends_and_owners_are_filtered()
    {
        await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Device, "fp-soon", "x", Now.AddDays(6), Analyst, Ct);
        await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Device, "fp-later", "x", Now.AddDays(8), Person("admin"), Ct);
        await Get<AddToList>().RunAsync(ListEffect.Block, ListedKind.Device, "fp-open", "x", null, Analyst, Ct);

        Assert.Equal("fp-soon", Assert.Single((await PageAsync(new ListFilter(EndsSoon: true))).Rows).Shown);
        var admins = await PageAsync(new ListFilter(Owner: "admin"));
        Assert.Equal("fp-later", Assert.Single(admins.Rows).Shown);
        Assert.Equal(["admin", "analyst"], admins.Owners);
        Time.Advance(TimeSpan.FromDays(7));
        Assert.Equal("fp-later", Assert.Single((await PageAsync(new ListFilter(EndsSoon: true))).Rows).Shown);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repeat()
    {
        var text = "effect,kind,value,reason\n" + string.Concat(Enumerable.Range(0, 230).Select(i => $"Block,Device,fp-{i},x\n"));
        await ImportAsync(await PreviewAsync(text));
        var seen = new List<string>();

        ListCursor? after = null;
        do
        {
            var page = (await Get<ListBook>().ReadAsync(new ListFilter(), after, Analyst, Ct)).Value;
            Assert.Equal(230, page.Total);
            seen.AddRange(page.Rows.Select(row => row.Entry.EntryId));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(230, seen.Distinct().Count());
        Assert.Equal(230, seen.Count);
    }

    private async Task<ImportPreview> PreviewAsync(string text) => (await Get<ImportList>().PreviewAsync(Encoding.UTF8.GetBytes(text), Analyst, Ct)).Value;

    private async Task<BatchRun> ImportAsync(ImportPreview preview)
    {
        var run = Get<ImportList>().Start(preview, Analyst).Value;
        await run.Completion;
        return run;
    }

    private async Task<string> ExportAsync(ListFilter filter, Actor by, string? reason = null)
    {
        using var file = new MemoryStream();
        Assert.True((await Get<ExportList>().RunAsync(filter, file, by, Ct, reason)).Done);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private async Task<ListPage> PageAsync(ListFilter filter, Actor? viewer = null) => (await Get<ListBook>().ReadAsync(filter, null, viewer ?? Analyst, Ct)).Value;

    private Task<List<JournalEntry>> JournalAsync() =>
        ReadAsync(db => db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == ListEvents.Stream).OrderBy(e => e.Position).ToListAsync(Ct));
}
