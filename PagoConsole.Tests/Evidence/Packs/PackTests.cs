using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Evidence.Packs.Checking;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Storage;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Evidence.Packs;

public sealed class PackTestsOnSqlite() : PackTests(StorageProvider.Sqlite);

public sealed class PackTestsOnPostgres() : PackTests(StorageProvider.Postgres);

public abstract class PackTests(StorageProvider provider) : PackTest(provider)
{
    private static readonly string[] Personal = ["Ana Quispe", "Benito", "Huaman", "u1@example.pe", "900000001", "190.235.0.2", "Never came"];

    [Fact]
    public async Task A_masked_pack_holds_tells_nobodys_data_and_its_chain_can_still_be_checked()
    {
        var orderId = await DisputedAsync();

        var pack = await PackAsync(orderId, Auditor);

        var verdict = Check(pack);
        Assert.Equal((null, orderId), (verdict.Fault, verdict.OrderId));
        Assert.True(CountOf(verdict, PackCheck.Journal) > 5);
        Assert.Equal((0, 1, 2), (CountOf(verdict, PackCheck.PrivateParts), CountOf(verdict, PackCheck.Deliveries), CountOf(verdict, PackCheck.Seals)));
        var files = FilesOf(pack);
        foreach (var (path, content) in files)
            Assert.All(Personal, word => Assert.False(Encoding.UTF8.GetString(content).Contains(word, StringComparison.OrdinalIgnoreCase), $"{path} tells {word}"));
        Assert.DoesNotContain(files.Keys, path => path.StartsWith("private/", StringComparison.Ordinal) || path.StartsWith("raw/requests/", StringComparison.Ordinal));
        var withheld = JsonElement.Parse(files["manifest.json"]).GetProperty("withheld").EnumerateArray().ToDictionary(part => part.GetProperty("part").GetString()!, part => part.GetProperty("files").GetInt32());
        Assert.Equal(["PrivatePart", "Request"], withheld.Keys.Order());
        Assert.True((await Get<CompareWithStore>().RunAsync(verdict, Ct)).Holds);
    }

    [Fact]
    public async Task A_whole_pack_has_all_of_it_byte_by_byte()
    {
        var orderId = await DisputedAsync();

        var files = FilesOf(await PackAsync(orderId, Lead, "Court file 12/2026"));

        Assert.Null(Check(files).Fault);
        Assert.True(CountOf(Check(files), PackCheck.PrivateParts) >= 2);
        var (body, entries) = await ReadAsync(async db => (await db.Set<Receipt>().Select(r => r.Body).SingleAsync(Ct), await db.Set<JournalEntry>().Where(e => e.OrderId == orderId).OrderBy(e => e.Position).ToListAsync(Ct)));
        Assert.Equal(body, files["raw/deliveries/000001.body"]);
        Assert.Contains("\"full_name\":\"Ana Quispe\"", Encoding.UTF8.GetString(files["raw/requests/000001-create.body"]), StringComparison.Ordinal);
        foreach (var entry in entries.SkipLast(1)) Assert.Equal(entry.Hash, SHA256.HashData(files[$"journal/{entry.Position:D6}.bin"]));
        Assert.Contains("Benito Huaman", Encoding.UTF8.GetString(files["summary.es.html"]), StringComparison.Ordinal);
        Assert.Contains("Court file 12/2026", Encoding.UTF8.GetString(files["summary.en.html"]), StringComparison.Ordinal);

        var made = entries[^1];
        Assert.Equal((OrderEvents.PackMade, "person:Lead"), (made.Kind, made.Actor));
        var data = JsonElement.Parse(made.Data);
        Assert.Equal("Court file 12/2026", data.GetProperty("reason").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files["manifest.json"])), data.GetProperty("manifestSha256").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files["SHA256SUMS"])), data.GetProperty("sumsSha256").GetString());
    }

    [Fact]
    public async Task What_was_erased_after_its_term_is_said_and_the_rest_still_holds()
    {
        var orderId = await DisputedAsync();
        await Get<Writes>().DoAsync(
            async tx =>
            {
                await tx.Db.ExecuteAsync("UPDATE receipts SET body = @p0, headers = '{}'", [Encoding.UTF8.GetBytes("{}")], Ct);
                await tx.Db.ExecuteAsync("DELETE FROM journal_private", [], Ct);
            },
            Ct);

        var files = FilesOf(await PackAsync(orderId, Lead, "Dispute"));

        Assert.Null(Check(files).Fault);
        Assert.DoesNotContain("raw/deliveries/000001.body", files.Keys);
        Assert.True(JsonElement.Parse(files["records/deliveries.json"])[0].GetProperty("bodyGone").GetBoolean());
        Assert.Contains("was erased after its term", Encoding.UTF8.GetString(files["summary.en.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_needs_the_permission_and_for_personal_data_a_reason()
    {
        var orderId = await DisputedAsync();

        Assert.Equal(RefusalCode.NotAllowed, await RefusalAsync(new(orderId), Marketplace));
        Assert.Equal(RefusalCode.NotAllowed, await RefusalAsync(new(orderId, Whole: true, "Dispute"), Auditor));
        Assert.Equal(RefusalCode.NotAllowed, await RefusalAsync(new(orderId, Whole: true, "Dispute"), Key));
        Assert.Equal(RefusalCode.NoteNeeded, await RefusalAsync(new(orderId, Whole: true, " "), Lead));
        Assert.Equal(RefusalCode.Invalid, await RefusalAsync(new(orderId, Whole: true, new string('x', 2001)), Lead));
        Assert.Equal(RefusalCode.UnknownOrder, await RefusalAsync(new("MP-nobody"), Key));
        Assert.Null(await RefusalAsync(new(orderId), Key));
        Assert.Equal(1, await ReadAsync(db => db.Set<JournalEntry>().CountAsync(e => e.Kind == OrderEvents.PackMade, Ct)));
    }

    [Fact]
    public async Task A_ticket_is_for_one_person_and_a_few_minutes()
    {
        var request = new PackRequest("MP-1", Whole: true, "Dispute");
        var tickets = Get<PackTickets>();
        var ticket = tickets.Give(request, Lead).Value;

        Assert.Equal(request, tickets.Take(ticket, Lead));
        Assert.Null(tickets.Take(ticket, Analyst));
        Assert.Null(tickets.Take("made up", Lead));
        Assert.Equal(RefusalCode.NotAllowed, tickets.Give(request, Auditor).Refusal!.Code);
        Time.Advance(PackTickets.Holds);
        Assert.Null(tickets.Take(ticket, Lead));
        await Task.CompletedTask;
    }

    private async Task<RefusalCode?> RefusalAsync(PackRequest request, Actor by) => (await Packs.RunAsync(request, by, Ct)).Refusal?.Code;

    private static int CountOf(PackVerdict verdict, PackCheck check) => verdict.Checks.Single(held => held.Check == check).Count;
}
