using System.Globalization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.People;

public sealed class SignInLogTestsOnSqlite() : SignInLogTests(StorageProvider.Sqlite);

public sealed class SignInLogTestsOnPostgres() : SignInLogTests(StorageProvider.Postgres);

public abstract class SignInLogTests(StorageProvider provider) : PeopleTest(provider)
{
    private static readonly Actor Admin = new(ActorKind.Person, "admin", "Admin", RolePermissions.Of(Role.Admin));

    protected override Dictionary<string, string?> Settings => new() { ["Demo:Users:0"] = "lead@demo.pe" };

    [Fact]
    public async Task A_sign_in_is_noted_with_address_and_method_and_tells_when_somebody_was_last_here()
    {
        await SeedAsync();
        var lead = (await FindAsync("lead@demo.pe"))!;

        await NoteAsync(lead, "190.1.2.3", SignInMethod.Code, SignInOutcome.SignedIn);

        var line = Assert.Single((await ReadAsync()).Lines);
        Assert.Equal(("Lead", "190.1.2.3", SignInMethod.Code, SignInOutcome.SignedIn), (line.Person, line.SignIn.Address, line.SignIn.Method, line.SignIn.Outcome));
        Assert.Equal(Time.GetUtcNow(), (await FindAsync("lead@demo.pe"))!.LastSignInAt);
        var entry = Assert.Single(await AllAsync<JournalEntry>(), entry => entry.Kind == PersonEvents.SignedIn);
        Assert.DoesNotContain("190.1.2.3", entry.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_ones_that_are_alike_are_one_row_and_one_journal_entry_an_hour()
    {
        for (var i = 0; i < 5; i++) await NoteAsync(null, "190.1.2.3", SignInMethod.Password, SignInOutcome.UnknownPerson);
        Time.Advance(TimeSpan.FromHours(1));
        await NoteAsync(null, "190.1.2.3", SignInMethod.Password, SignInOutcome.UnknownPerson);

        Assert.Equal([1, 5], (await ReadAsync(refused: true)).Lines.Select(line => line.SignIn.Count));
        Assert.Equal(2, (await AllAsync<JournalEntry>()).Count(entry => entry.Kind == PersonEvents.Refused));
    }

    [Fact]
    public async Task A_flood_from_many_addresses_fills_neither_the_log_nor_the_journal()
    {
        const int Beyond = 40;
        await Get<Writes>().DoAsync(
            tx =>
            {
                for (var i = 0; i < SignInLog.MostAnHour; i++)
                {
                    tx.Db.Add(new SignInEntry
                    {
                        SignInId = string.Create(CultureInfo.InvariantCulture, $"earlier-{i}"),
                        At = tx.Now,
                        LastAt = tx.Now,
                        Address = $"10.0.0.{i}",
                        Method = SignInMethod.Password,
                        Outcome = SignInOutcome.WrongPassword,
                    });
                }

                return Task.CompletedTask;
            },
            Ct);

        for (var i = 0; i < Beyond; i++) await NoteAsync(null, $"203.0.113.{i}", SignInMethod.Password, SignInOutcome.UnknownPerson);

        var rows = await AllAsync<SignInEntry>();
        Assert.Equal(SignInLog.MostAnHour + 1, rows.Count);
        Assert.Equal(Beyond, rows.Single(row => row.Address == "*").Count);
        Assert.Single(await AllAsync<JournalEntry>(), entry => entry.Kind == PersonEvents.Refused);
    }

    [Fact]
    public async Task Old_rows_go_with_the_next_sign_in()
    {
        await SeedAsync();
        var lead = (await FindAsync("lead@demo.pe"))!;
        await NoteAsync(null, "190.1.2.3", SignInMethod.Password, SignInOutcome.UnknownPerson);
        Time.Advance(SignInLog.Kept + TimeSpan.FromDays(1));

        await NoteAsync(lead, "190.1.2.3", SignInMethod.Password, SignInOutcome.SignedIn);

        Assert.Equal(SignInOutcome.SignedIn, Assert.Single(await AllAsync<SignInEntry>()).Outcome);
    }

    [Fact]
    public async Task The_log_is_for_those_who_manage_access() =>
        Assert.Equal(
            RefusalCode.NotAllowed,
            (await Get<SignInList>().ReadAsync(new SignInFilter(), null, new Actor(ActorKind.Person, "x", "X", RolePermissions.Of(Role.Auditor)), Ct)).Refusal!.Code);

    private Task NoteAsync(Person? person, string address, SignInMethod method, SignInOutcome outcome) =>
        Get<SignInLog>().RecordAsync(person, address, method, outcome, Ct);

    private async Task<SignInPage> ReadAsync(bool refused = false) => (await Get<SignInList>().ReadAsync(new SignInFilter(refused), null, Admin, Ct)).Value;
}
