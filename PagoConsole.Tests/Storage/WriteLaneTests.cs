using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Storage;

/// <summary>Whose turn it is: nobody is left out, whoever crowds.</summary>
public sealed class WriteLaneTests
{
    private readonly WriteLane lane = new();
    private readonly List<string> served = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_a_crowd_everybody_gets_a_turn_before_the_crowd_is_done()
    {
        var first = await lane.EnterAsync(WritePriority.Normal, Ct);
        List<Task> all = [.. Enumerable.Range(0, 30).Select(n => TurnAsync(WritePriority.Door, $"door {n}"))];
        all.Add(TurnAsync(WritePriority.Background, "background"));
        all.Add(TurnAsync(WritePriority.Normal, "normal"));

        first.Dispose();
        await Task.WhenAll(all);

        Assert.True(served.IndexOf("normal") < 20, string.Join(", ", served));
        Assert.True(served.IndexOf("background") < 29, string.Join(", ", served));
    }

    [Fact]
    public async Task Within_a_priority_who_came_first_goes_first()
    {
        var first = await lane.EnterAsync(WritePriority.Normal, Ct);
        var all = Enumerable.Range(0, 10).Select(n => TurnAsync(WritePriority.Normal, $"{n}")).ToList();

        first.Dispose();
        await Task.WhenAll(all);

        Assert.Equal(Enumerable.Range(0, 10).Select(n => $"{n}"), served);
    }

    [Fact]
    public async Task Work_that_keeps_nobody_waiting_gets_the_small_share()
    {
        var first = await lane.EnterAsync(WritePriority.Normal, Ct);
        List<Task> all =
        [
            .. Enumerable.Range(0, 24).Select(n => TurnAsync(WritePriority.Background, "background")),
            .. Enumerable.Range(0, 24).Select(n => TurnAsync(WritePriority.Door, "door")),
        ];

        first.Dispose();
        await Task.WhenAll(all);

        Assert.InRange(served.Take(24).Count(who => who == "background"), 1, 12);
    }

    [Fact]
    public async Task One_who_leaves_holds_nobody_up()
    {
        var first = await lane.EnterAsync(WritePriority.Normal, Ct);
        using var gone = new CancellationTokenSource();
        var leaving = lane.EnterAsync(WritePriority.Normal, gone.Token);
        var next = TurnAsync(WritePriority.Normal, "next");

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving.AsTask());
        first.Dispose();

        await next;
    }

    private async Task TurnAsync(WritePriority priority, string who)
    {
        using (await lane.EnterAsync(priority, Ct))
        {
            served.Add(who);
            await Task.Delay(2, Ct);
        }
    }
}
