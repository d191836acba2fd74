using FsCheck;
using FsCheck.Fluent;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Tests.Risk.Replay;

/// <summary>Something that happens some time after what happened before it.</summary>
internal abstract record Happening(TimeSpan After);

internal sealed record OrderPlaced(
    TimeSpan After, TimeSpan Early, int Account, int? Device, int? Phone, int? Document, int? Address, int Ip, int? Seller, int Category,
    int Soles, bool Dollars, TimeSpan? Paid, TimeSpan? Expired, TimeSpan? Refunded, TimeSpan? Fraud) : Happening(After);

internal sealed record LoggedIn(TimeSpan After, int Account, int Device, int Ip, bool Success) : Happening(After);

internal sealed record Unbound(TimeSpan After, int Account, int Device) : Happening(After);

internal sealed record Listed(TimeSpan After, ListEffect Effect, ListedKind Kind, int Who, TimeSpan? Expires, TimeSpan? Removed) : Happening(After);

/// <summary>Small random histories: few accounts, devices, contacts and addresses, so that they collide; gaps from nothing to weeks.</summary>
internal static class RandomHistory
{
    private static readonly Gen<TimeSpan> Gap = Gen.OneOf(
        Gen.Constant(TimeSpan.Zero), Within(5_000), Within(20 * 60_000), Within(30 * 3_600_000L), Within(20 * 86_400_000L));

    public static IReadOnlyList<IReadOnlyList<Happening>> Sample(int cases, int length, ulong seed) =>
        [.. Gen.ArrayOf(OneOfAll(), length).Sample(cases, new Rnd(seed, 7), 30)];

    private static Gen<Happening> OneOfAll() => Gen.Frequency<Happening>(
        (10, Order().Select(order => (Happening)order)),
        (4, from gap in Gap
            from account in Few
            from device in Few
            from ip in Few
            from success in Gen.Elements(true, true, false)
            select (Happening)new LoggedIn(Later(gap), account, device, ip, success)),
        (1, from gap in Gap from account in Few from device in Few select (Happening)new Unbound(Later(gap), account, device)),
        (1, from gap in Gap
            from effect in Gen.Elements(Enum.GetValues<ListEffect>())
            from kind in Gen.Elements(Enum.GetValues<ListedKind>())
            from who in Few
            from expires in Maybe(Gap)
            from removed in Maybe(Gap)
            select (Happening)new Listed(Later(gap), effect, kind, who, Later(expires), Later(removed))));

    private static Gen<OrderPlaced> Order() =>
        from gap in Gap
        from early in Gen.Frequency((6, Gen.Constant(TimeSpan.Zero)), (2, Gen.Choose(-300_000, 0).Select(ms => TimeSpan.FromMilliseconds(ms))), (1, Gap.Select(g => g / 4)))
        from account in Few
        from contact in Gen.ArrayOf(Maybe(Few.Select(i => (int?)i)), 5)
        from ip in Few
        from category in Few
        from soles in Gen.Elements(30, 200, 799, 800, 2000, 4600, 4999, 5000, 5001)
        from dollars in Gen.Elements(false, false, true)
        from fates in Gen.ArrayOf(Maybe(Gap.Select(g => (TimeSpan?)g)), 4)
        select new OrderPlaced(
            gap, early, account, contact[0], contact[1], contact[2], contact[3], ip, contact[4], category, soles, dollars, fates[0], fates[1], fates[2], fates[3]);

    private static Gen<int> Few => Gen.Choose(0, 3);

    private static Gen<T?> Maybe<T>(Gen<T> gen) => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant(default(T?)));

    private static Gen<TimeSpan> Within(long ms) => Gen.Choose(0, (int)ms).Select(value => TimeSpan.FromMilliseconds(value));

    // What is not an order happens after the order before it, so that there is no doubt whether that order saw it.
    private static TimeSpan Later(TimeSpan gap) => gap + TimeSpan.FromMilliseconds(1);

    private static TimeSpan? Later(TimeSpan? gap) => gap is { } some ? Later(some) : null;
}
