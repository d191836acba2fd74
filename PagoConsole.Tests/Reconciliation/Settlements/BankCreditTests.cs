using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Reconciliation.Settlements;

public sealed class BankCreditTestsOnSqlite() : BankCreditTests(StorageProvider.Sqlite);

public sealed class BankCreditTestsOnPostgres() : BankCreditTests(StorageProvider.Postgres);

/// <summary>Bank credits come in by hand and from files, once each, and are struck out but never deleted.</summary>
public abstract class BankCreditTests(StorageProvider provider) : SettlementTest(provider)
{
    private const string Good = "date,currency,amount,reference\n2026-11-20,PEN,100.50,BCP-1\n19/11/2026,usd,-7,BCP-2\n";

    [Fact]
    public async Task A_file_taken_twice_adds_nothing()
    {
        Assert.Equal((2, 2, 0), Counts(await UploadAsync(Good)));
        Assert.Equal((2, 0, 2), Counts(await UploadAsync(Good)));

        var credits = await CreditsAsync();
        Assert.Equal([(Day(20), "PEN", 10_050L, "BCP-1"), (Day(19), "USD", -700L, "BCP-2")], credits.Select(c => (c.Date, c.Currency.Code, c.AmountMinor, c.Reference)));
        Assert.All(credits, credit => Assert.Equal(("bank.csv", "person:fina"), (credit.FileName, credit.EnteredBy)));
        Assert.Equal([SettlementEvents.Uploaded, SettlementEvents.Uploaded], await KindsAsync());
    }

    [Fact]
    public async Task Bad_lines_are_told_with_number_and_reason_and_the_others_taken()
    {
        var taken = await UploadAsync(
            "Date;Currency;Amount;Reference\n2026-11-20;PEN;1;A\nyesterday;PEN;1;B\n2026-11-23;PEN;1;C\n2026-11-20;EUR;1;D\n2026-11-20;PEN;1.005;E\n2026-11-20;PEN;0;F\n2026-11-20;PEN;1;\n2026-11-20;PEN\n2026-11-20;PEN;1;A\n");

        Assert.Equal(
            [
                (3, CreditFault.Date), (4, CreditFault.Future), (5, CreditFault.Currency), (6, CreditFault.Amount), (7, CreditFault.Amount), (8, CreditFault.Reference),
                (9, CreditFault.Line),
            ],
            taken.Refused.Select(line => ((int)line.Line, line.Fault)));
        Assert.Equal(["yesterday", "2026-11-23", "EUR", "1.005", "0", "", null], taken.Refused.Select(line => line.Value));
        Assert.Equal((9, 1, 1), Counts(taken));
    }

    [Fact]
    public async Task An_Excel_workbook_is_taken_as_a_CSV_is()
    {
        using var book = new MemoryStream();
        await book.SaveAsAsync(
            new[] { new Row(new DateTime(2026, 11, 20), "PEN", 1299.9, "BCP-9"), new Row(new DateTime(2026, 11, 20), "PEN", 0.005, "BCP-10") },
            cancellationToken: Ct);

        var taken = (await Get<TakeBankCredits>().UploadAsync(new CreditFile("bank.xlsx", book.ToArray()), Fina, Ct)).Value;

        Assert.Equal([(3, CreditFault.Amount)], taken.Refused.Select(line => ((int)line.Line, line.Fault)));
        Assert.Equal(129_990, Assert.Single(await CreditsAsync()).AmountMinor);
    }

    [Theory]
    [InlineData("", CreditFileFault.Header)]
    [InlineData("date,amount\n2026-11-20,1\n", CreditFileFault.Header)]
    [InlineData("PK\u0003\u0004 not a workbook", CreditFileFault.Format)]
    [InlineData("date\0currency", CreditFileFault.Format)]
    public async Task A_file_that_is_none_is_refused_whole(string text, CreditFileFault fault)
    {
        var taken = await Get<TakeBankCredits>().UploadAsync(new CreditFile("bank.csv", Encoding.UTF8.GetBytes(text)), Fina, Ct);

        Assert.Equal((RefusalCode.Invalid, fault.ToString()), (taken.Refusal?.Code, taken.Refusal?.Field));
        Assert.Empty(await KindsAsync());
    }

    [Fact]
    public async Task One_that_is_struck_out_no_longer_counts_and_can_count_again()
    {
        var credit = await CreditAsync(20, 100m, "BCP-1");
        Assert.Equal(RefusalCode.NoteNeeded, (await Get<VoidBankCredit>().VoidAsync(credit.CreditId, " ", Fina, Ct)).Refusal?.Code);

        await Get<VoidBankCredit>().VoidAsync(credit.CreditId, "Another shop's", Fina, Ct);
        var struck = Assert.Single(await CreditsAsync());
        Assert.Equal(("person:fina", "Another shop's"), (struck.VoidedBy, struck.VoidedNote));
        Assert.Empty((await BoardAsync()).Days);
        var again = await Get<TakeBankCredits>().EnterAsync(new CreditEntry(Day(20), Money.Of(100m, Currency.Pen), "BCP-1"), Fina, Ct);
        Assert.Equal(RefusalCode.CreditAlreadyThere, again.Refusal?.Code);

        await Get<VoidBankCredit>().RestoreAsync(credit.CreditId, "It was ours", Fina, Ct);
        Assert.Equal(10_000, Assert.Single((await BoardAsync()).Days).ReceivedMinor);
        Assert.Equal([SettlementEvents.Entered, SettlementEvents.Voided, SettlementEvents.Restored], await KindsAsync());
    }

    [Fact]
    public async Task Only_who_reconciles_changes_credits()
    {
        var credit = await CreditAsync(20, 100m, "BCP-1");
        var auditor = Fina with { Permissions = new HashSet<Permission> { Permission.SeeMoney } };

        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeBankCredits>().EnterAsync(new CreditEntry(Day(20), Money.Of(1m, Currency.Pen), "X"), auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<TakeBankCredits>().UploadAsync(new CreditFile("f", Encoding.UTF8.GetBytes(Good)), auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotAllowed, (await Get<VoidBankCredit>().VoidAsync(credit.CreditId, "No", auditor, Ct)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await Get<VoidBankCredit>().VoidAsync("crd_none", "No", Fina, Ct)).Refusal?.Code);
    }

    private sealed record Row(DateTime date, string currency, double amount, string reference);

    private static (int Read, int Taken, int There) Counts(CreditsTaken taken) => (taken.Read, taken.Taken, taken.AlreadyThere);

    private async Task<CreditsTaken> UploadAsync(string text) =>
        (await Get<TakeBankCredits>().UploadAsync(new CreditFile("C:\\mail\\bank.csv", Encoding.UTF8.GetBytes(text)), Fina, Ct)).Value;

    private async Task<IReadOnlyList<BankCredit>> CreditsAsync() => (await Get<BankCreditList>().ReadAsync(November, Fina, Ct)).Value.Credits;

    private Task<List<string>> KindsAsync() => ReadAsync(db =>
        db.Set<JournalEntry>().Where(e => e.Stream == SettlementEvents.Stream).OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync(Ct));
}
