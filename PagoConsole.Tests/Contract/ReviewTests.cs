using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Outbox;
using PagoConsole.Core.Review;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Infrastructure;
using PagoConsole.Tests.Review;

namespace PagoConsole.Tests.Contract;

/// <summary>
/// What the marketplace hears of a review and answers. A reviewer's part is done by the real actions beside the running console, as a second
/// node would; hours pass by moving the end of the hold.
/// </summary>
[Collection(ContractCollection.Name)]
public sealed class ReviewTests(ContractConsole contract)
{
    private readonly PagoClient marketplace = contract.Marketplace;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_called_back_and_its_answer_taken_once()
    {
        var id = await HeldAsync();
        await using var beside = Beside();
        await beside.GetRequiredService<AskMarketplace>().RunAsync(id, "Is the phone the buyer's own?", Reviewer.Ana, Ct);

        var callback = (await contract.Sandbox.CallbacksUntilAsync(id, "order.information_requested"))[^1];
        Assert.True(callback.IsGenuine && callback.SandboxSaysGenuine, callback.Received.ToJsonString());
        Assert.Equal(("InReview", "Is the phone the buyer's own?"), (callback.Json.Text("data.order.status"), callback.Json.Text("data.details.question")));
        Assert.NotNull(callback.Json.Text("data.details.holdUntil"));

        Assert.Equal("InReview", (await marketplace.ActAsync(id, "information", ActionJson.For("information"))).Expect(200).Json.Text("status"));
        (await marketplace.ActAsync(id, "information", ActionJson.For("information"))).Expect(200);
        (await marketplace.ActAsync(id, "information", ActionJson.For("information").With("text", "Something else"))).ExpectProblem(409);
    }

    [Fact]
    public async Task A_hold_that_nears_its_end_is_told_with_how_much_has_passed()
    {
        var id = await HeldAsync();

        await EndsInAsync(id, TimeSpan.FromHours(2));

        var warning = (await contract.Sandbox.CallbacksUntilAsync(id, "order.review_warning"))[^1];
        Assert.True(warning.IsGenuine, warning.Received.ToJsonString());
        Assert.Equal(("80", "InReview"), (warning.Json.At("data.details.percent")!.ToString(), warning.Json.Text("data.order.status")));
    }

    [Fact]
    public async Task A_hold_that_nobody_decides_ends_by_itself_and_frees_the_stock()
    {
        var id = await HeldAsync();

        await EndsInAsync(id, TimeSpan.Zero);

        await marketplace.UntilAsync(id, "Rejected");
        var callbacks = await contract.Sandbox.CallbacksUntilAsync(id, "order.rejected");
        Assert.Equal(["order.in_review", "order.rejected"], callbacks.Select(callback => callback.Type));
    }

    private async Task<string> HeldAsync() => PagoClient.Id(await marketplace.PlacedAsync(OrderJson.OfNewAccount()));

    private async Task EndsInAsync(string orderId, TimeSpan left)
    {
        await using var beside = Beside();
        var now = OrderJson.Now;
        await beside.GetRequiredService<Writes>().DoAsync(
            tx => tx.Db.ExecuteAsync(
                "UPDATE review_cases SET hold_until = @p0, next_warning_at = @p1 WHERE order_id = @p2",
                [(now + left).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), orderId], Ct),
            Ct);
    }

    private ServiceProvider Beside()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:ConnectionString"] = $"Data Source={contract.Console.DatabasePath}" }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddSingleton<SelfAddress>()
            .AddStorage().AddJournal().AddOrders().AddOutbox().AddRisk().AddReview().BuildServiceProvider();
    }
}
