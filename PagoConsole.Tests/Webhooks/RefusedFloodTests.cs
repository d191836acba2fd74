using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Webhooks;

namespace PagoConsole.Tests.Webhooks;

public sealed class RefusedFloodTests
{
    private static readonly IPAddress Liar = IPAddress.Parse("198.51.100.7");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero));

    [Fact]
    public void So_many_a_minute_are_told_why_and_the_rest_to_wait()
    {
        var flood = Flood(60);

        Assert.Equal(60, Enumerable.Range(0, 200).Count(_ => flood.Refuse(Liar) is null));
        Assert.Equal(TimeSpan.FromSeconds(1), flood.Refuse(Liar));
    }

    [Fact]
    public void Waiting_frees_one_after_the_other()
    {
        var flood = Flood(60);
        while (flood.Refuse(Liar) is null) continue;

        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => flood.Refuse(Liar) is null));

        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(60, Enumerable.Range(0, 200).Count(_ => flood.Refuse(Liar) is null));
    }

    [Fact]
    public void One_address_does_not_pay_for_another()
    {
        var flood = Flood(5);
        while (flood.Refuse(Liar) is null) continue;

        Assert.Null(flood.Refuse(IPAddress.Parse("198.51.100.8")));
        Assert.NotNull(flood.Refuse(IPAddress.Parse("::ffff:198.51.100.7")));
    }

    [Fact]
    public void The_neighbours_of_an_IPv6_address_are_the_same_sender()
    {
        var flood = Flood(5);
        for (var i = 0; i < 5; i++) Assert.Null(flood.Refuse(IPAddress.Parse($"2001:db8:1:2::{i}")));

        Assert.NotNull(flood.Refuse(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.Null(flood.Refuse(IPAddress.Parse("2001:db8:1:3::9")));
    }

    [Fact]
    public void A_million_addresses_are_not_remembered()
    {
        var flood = Flood(60);
        for (var i = 0; i < 200_000; i++) flood.Refuse(new IPAddress(BitConverter.GetBytes(0x0A000000u + (uint)i)));

        Assert.InRange(flood.Addresses, 1, RefusedFlood.MostAddresses);
    }

    [Fact]
    public void Addresses_without_debt_are_forgotten()
    {
        var flood = Flood(60);
        for (byte i = 0; i < 100; i++) flood.Refuse(new IPAddress([10, 0, 0, i]));
        for (var minute = 0; minute < 2; minute++)
        {
            time.Advance(TimeSpan.FromMinutes(1.1));
            flood.Refuse(Liar);
        }

        Assert.InRange(flood.Addresses, 1, 2);
    }

    [Fact]
    public async Task Many_at_once_are_counted_right()
    {
        var flood = Flood(1000);
        var told = 0;

        await Parallel.ForAsync(0, 5000, TestContext.Current.CancellationToken, (_, _) =>
        {
            if (flood.Refuse(Liar) is null) Interlocked.Increment(ref told);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(1000, told);
    }

    private RefusedFlood Flood(int perMinute) => new(new Fixed<WebhookOptions>(new() { RefusedPerMinute = perMinute }), time);
}

/// <summary>Settings that do not change.</summary>
internal sealed class Fixed<T>(T value) : IOptionsMonitor<T>
{
    public T CurrentValue => value;

    public T Get(string? name) => value;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
