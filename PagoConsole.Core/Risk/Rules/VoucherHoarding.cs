using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>voucher-hoarding</c>.</summary>
public sealed record VoucherHoardingSettings
{
    /// <summary>How many of the last ended vouchers of the account, phone, document and device are looked at. <value>10</value></summary>
    [Setting(SettingUnit.Count, 1, 50)]
    public int Last { get; init; } = 10;

    /// <summary>Fewer than this say nothing. <value>4</value></summary>
    [Setting(SettingUnit.Count, 1, 50, 2, 3, 4, 6)]
    public int AtLeast { get; init; } = 4;

    /// <summary>From this share of them expired unpaid it fires. <value>75 %</value></summary>
    [Setting(SettingUnit.Percent, 1, 100, 50, 60, 75, 90, 100)]
    public int Percent { get; init; } = 75;
}

/// <summary>Fires when a buyer mostly lets codes expire: the stock is held and nothing is bought. Shortens the voucher's life.</summary>
internal sealed class VoucherHoarding : Rule<VoucherHoardingSettings>
{
    public override string Id => "voucher-hoarding";

    public override IReadOnlyList<IdentifierKind> LooksAt =>
        [IdentifierKind.Account, IdentifierKind.Phone, IdentifierKind.Document, IdentifierKind.Device];

    private protected override Check Bind(VoucherHoardingSettings settings, Binding on)
    {
        var vouchers = on.Ask(new VouchersEnded(settings.Last));
        return new(
            facts => Check.When(facts.Of(vouchers).Any(count => Fires(count, settings))),
            facts => Saw(Worst(facts.Of(vouchers), settings), settings));
    }

    private static bool Fires(VoucherCount count, VoucherHoardingSettings settings) =>
        count.Ended >= settings.AtLeast && count.Expired * 100 >= settings.Percent * count.Ended;

    private static VoucherCount Worst(IReadOnlyList<VoucherCount> counts, VoucherHoardingSettings settings) =>
        counts.OrderByDescending(c => Fires(c, settings)).ThenByDescending(c => c.Expired).FirstOrDefault() ?? new(IdentifierKind.Account, 0, 0);

    private static Finding Saw(VoucherCount count, VoucherHoardingSettings settings) => new(
        $"{count.Expired} of the last {count.Ended} vouchers of the {count.Kind.ToString().ToLowerInvariant()} expired unpaid",
        $"{settings.Percent} % of at least {settings.AtLeast}",
        Velocity.Text(count.Expired), Velocity.Text(count.Ended), count.Kind.ToString(), Velocity.Text(settings.Percent), Velocity.Text(settings.AtLeast));
}
