using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Tests.Marketplace;

public sealed class CallbackCircuitTests
{
    private readonly FakeTimeProvider time = new();
    private readonly CallbackCircuit circuit;

    public CallbackCircuitTests() => circuit = new CallbackCircuit(new CallbackPatience { Real = time });

    [Fact]
    public void It_opens_when_several_orders_fail_in_a_row()
    {
        Fail("A", "B", "C", "D");
        Assert.Equal(100, circuit.Room(100));

        Fail("E");

        Assert.Equal(0, circuit.Room(100));
        Assert.Equal((true, "503", time.GetUtcNow().AddSeconds(5)), (circuit.Now.Open, circuit.Now.LastFault, circuit.Now.NextTry));
    }

    [Fact]
    public void One_order_whose_message_is_never_taken_does_not_open_it()
    {
        Fail([.. Enumerable.Repeat("A", 100)]);

        Assert.Equal(100, circuit.Room(100));
    }

    [Fact]
    public void One_that_is_taken_in_between_begins_the_row_anew()
    {
        Fail("A", "B", "C", "D");
        circuit.Observe("X", null);

        Fail("A", "B", "C", "D");

        Assert.False(circuit.Now.Open);
    }

    [Fact]
    public void Afterwards_one_message_tries_and_closes_it()
    {
        Fail("A", "B", "C", "D", "E");
        time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(1, circuit.Room(100));
        circuit.Observe("F", null);

        Assert.Equal((false, 100), (circuit.Now.Open, circuit.Room(100)));
    }

    [Fact]
    public void Pauses_double_up_to_two_minutes_and_answers_still_under_way_do_not_lengthen_them()
    {
        Fail("A", "B", "C", "D", "E", "F", "G");
        var since = circuit.Now.Since;
        var pauses = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            pauses.Add((circuit.Now.NextTry!.Value - time.GetUtcNow()).TotalSeconds);
            time.SetUtcNow(circuit.Now.NextTry.Value);
            Fail("A");
            Fail("B");
        }

        Assert.Equal([5, 10, 20, 40, 80, 120, 120], pauses);
        Assert.Equal(since, circuit.Now.Since);
    }

    private void Fail(params string[] orders)
    {
        foreach (var order in orders) circuit.Observe(order, "503");
    }
}
