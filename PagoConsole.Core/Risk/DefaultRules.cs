using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleAction;

namespace PagoConsole.Core.Risk;

/// <summary>The rules that a new installation starts with.</summary>
internal static class DefaultRules
{
    public static RuleSet Make() => new(
        50,
        new RiskRates(3.75m, new DateOnly(2026, 11, 1)),
        [
            RuleEntry.Of("payment-limit", Reject, new PaymentLimitSettings()),
            RuleEntry.Of("new-account-high-value", RuleAction.Review, new NewAccountHighValueSettings()),
            RuleEntry.Of("account-just-created", RuleAction.Review, new AccountJustCreatedSettings()),
            RuleEntry.Of("ip-velocity", Score, new IpVelocitySettings(), 30),
            RuleEntry.Of("ip-velocity", Reject, new IpVelocitySettings { MoreThan = 20, WindowMinutes = 60 }),
            RuleEntry.Of("ip-many-accounts", Score, new IpManyAccountsSettings(), 30),
            RuleEntry.Of("daily-order-limit", RuleAction.Review, new DailyOrderLimitSettings()),
            RuleEntry.Of("device-many-accounts", RuleAction.Review, new DeviceManyAccountsSettings()),
            RuleEntry.Of("device-binding", Score, new DeviceBindingSettings(), 20),
            RuleEntry.Of("geo-mismatch", Score, new GeoMismatchSettings(), 40),
            RuleEntry.Of("remote-login", RuleAction.Review, new RemoteLoginSettings()),
            RuleEntry.Of("linked-accounts", Score, new LinkedAccountsSettings { Others = 2 }, 30),
            RuleEntry.Of("linked-accounts", RuleAction.Review, new LinkedAccountsSettings { Ring = 5 }),
            RuleEntry.Of("voucher-hoarding", Score, new VoucherHoardingSettings(), 20, voucherMinutes: 120),
            RuleEntry.Of("refund-rate", Score, new RefundRateSettings(), 20),
            RuleEntry.Of("aml-monthly-total", RuleAction.Review, new AmlMonthlyTotalSettings()),
            RuleEntry.Of("aml-structuring", RuleAction.Review, new AmlStructuringSettings()),
            RuleEntry.Of("restricted-category", Reject, new RestrictedCategorySettings()),
            RuleEntry.Of("category-risk", Score, new CategoryRiskSettings(), 10),
            RuleEntry.Of("contact-integrity", Score, new ContactIntegritySettings(), 15),
            RuleEntry.Of("list-match", RuleAction.Review, new ListMatchSettings()),
            RuleEntry.Of("device-reputation", RuleAction.Review, new DeviceReputationSettings(), mode: RuleMode.Off),
        ]);
}
