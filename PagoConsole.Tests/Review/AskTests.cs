using PagoConsole.Core.Foundation;
using PagoConsole.Core.Intake;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Review;
using PagoConsole.Core.Storage;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

public sealed class SqliteAskTests() : AskTests(StorageProvider.Sqlite);

public sealed class PostgresAskTests() : AskTests(StorageProvider.Postgres);

/// <summary>Asking the marketplace for more, and its answer.</summary>
public abstract class AskTests(StorageProvider provider) : ReviewDesk(provider)
{
    [Fact]
    public async Task A_question_is_called_back_and_stops_the_clock_and_the_answer_wakes_the_case()
    {
        var orderId = await HeldAsync();
        var end = (await CaseAsync(orderId)).HoldUntil;
        Time.Advance(TimeSpan.FromHours(2));

        Assert.True((await AskAsync(orderId, " Who is this? ")).Done);
        var details = Assert.Single(await ToldAsync(orderId, CallbackType.InformationRequested));
        Assert.Equal("Who is this?", details.GetProperty("question").GetString());
        Assert.Equal(end.AddHours(24), details.GetProperty("holdUntil").GetDateTimeOffset());
        Time.Advance(TimeSpan.FromHours(3));
        Assert.True((await AnswerAsync(orderId, "A regular buyer")).Done);

        var held = await CaseAsync(orderId);
        Assert.Equal((end.AddHours(3), Time.GetUtcNow(), null), (held.HoldUntil, held.AnsweredAt, held.InformationRequestedAt));
        Assert.Equal(TimeSpan.FromHours(10), held.LeftAt(Time.GetUtcNow()));
    }

    [Fact]
    public async Task The_question_is_personal_data_and_stays_out_of_the_chain()
    {
        var orderId = await HeldAsync();

        await AskAsync(orderId, "Is Ana Quispe your buyer?");

        Assert.DoesNotContain("Quispe", Assert.Single(await JournalAsync(orderId, ReviewEvents.InformationRequested)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_question_at_a_time_and_none_without_words()
    {
        var orderId = await HeldAsync();

        Assert.Equal("question", (await AskAsync(orderId, " ")).Refusal!.Field);
        Assert.Equal("question", (await AskAsync(orderId, new string('x', 1001))).Refusal!.Field);
        Assert.Equal(RefusalCode.UnknownOrder, (await AskAsync("nowhere", "Who?")).Refusal!.Code);
        await AskAsync(orderId, "Who?");
        Assert.Equal(RefusalCode.QuestionOpen, (await AskAsync(orderId, "Where?")).Refusal!.Code);

        Assert.Single(await ToldAsync(orderId, CallbackType.InformationRequested));
    }

    [Fact]
    public async Task The_second_question_is_called_back_too_but_time_goes_on()
    {
        var orderId = await HeldAsync();
        await AskAsync(orderId, "Who?");
        await AnswerAsync(orderId, "Ana");
        var end = (await CaseAsync(orderId)).HoldUntil;

        Assert.True((await AskAsync(orderId, "Where?")).Done);

        Assert.Equal(end, (await CaseAsync(orderId)).HoldUntil);
        Assert.Equal(2, (await ToldAsync(orderId, CallbackType.InformationRequested)).Count);
    }

    [Fact]
    public async Task An_answer_after_the_decision_is_kept_and_changes_it_no_more()
    {
        var orderId = await HeldAsync();
        await AskAsync(orderId, "Who?");
        await RejectAsync(orderId, Ana);
        await PassAsync(Undo);

        Assert.True((await AnswerAsync(orderId, "Too late")).Done);
        await PassAsync(TimeSpan.FromDays(2));

        Assert.Equal((ReviewState.Closed, ReviewDecision.Reject), (await CaseAsync(orderId)) is var held ? (held.State, held.Decision!.Value) : default);
        Assert.Empty(await ToldAsync(orderId, CallbackType.ReviewWarning));
    }

    private Task<Result<ReviewCase>> AskAsync(string orderId, string question) => Get<AskMarketplace>().RunAsync(orderId, question, Ana, Ct);

    private async Task<Result<Core.Orders.OrderDocument>> AnswerAsync(string orderId, string text) =>
        await Get<AnswerInformation>().RunAsync(orderId, text, Marketplace with { Permissions = new HashSet<Permission> { Permission.ApiEventsWrite, Permission.ApiOrdersWrite } }, "req_1", Ct);
}
