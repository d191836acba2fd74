using System.Text;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Storage;
using PagoConsole.Tests.Intake.Import;

namespace PagoConsole.Tests.Risk.BackTest;

public sealed class RunBackTestTestsOnSqlite() : RunBackTestTests(StorageProvider.Sqlite);

public sealed class RunBackTestTestsOnPostgres() : RunBackTestTests(StorageProvider.Postgres);

/// <summary>What a back-test counts, on a handful of orders.</summary>
public abstract class RunBackTestTests(StorageProvider provider) : ImportTest(provider)
{
    private const string Header = "order_id,placed_at,amount,currency,account_id,account_created_at,ip,device_fingerprint,is_fraud\n";

    [Fact]
    public async Task Hits_and_labels_give_precision_recall_and_F1()
    {
        await ImportAsync(
            "A,2026-03-02 12:00:30,10,PEN,u1,2026-03-02 12:00:00,190.235.12.7,,1",  // just created: review, fraud
            "B,2026-03-02 13:00:30,10,PEN,u2,2026-03-02 13:00:00,190.235.12.8,,0",  // the same, good
            "C,2026-03-02 14:00:00,6000,PEN,u3,2020-01-01,190.235.12.9,,",          // over the limit: reject, not labelled
            "D,2026-03-02 15:00:00,10,PEN,u4,2020-01-01,190.235.12.10,,1",          // nothing: fraud missed
            "E,2026-03-02 16:00:00,10,PEN,u5,2020-01-01,190.235.12.11,,0");

        var report = await RunAsync(new(2026, 3, 2), new(2026, 3, 2));

        Assert.Equal((5, 4), (report.Orders, report.Labelled));
        Assert.Equal((2, 2, 1, 3), (report.All.Approve, report.All.Review, report.All.Reject, report.All.Flagged));
        Assert.Equal(new Figures(0.5, 0.5, 0.5), report.All.Against);
        Assert.Equal(RuleSet.Default.Rules.Select(r => r.Rule).Distinct(), report.Rules.Select(r => r.Rule));
        Assert.Equal(new ReplayedRule("account-just-created", RuleMode.Enforce, 2, new(0.5, 0.5, 0.5)), Of(report, "account-just-created"));
        Assert.Equal(new ReplayedRule("payment-limit", RuleMode.Enforce, 1, new(null, 0, null)), Of(report, "payment-limit"));
        Assert.Equal(new ReplayedRule("device-reputation", RuleMode.Off, 0, new(null, null, null)), Of(report, "device-reputation"));
    }

    [Fact]
    public async Task Days_are_those_of_Lima_and_what_lies_before_them_warms_the_rules_up()
    {
        await ImportAsync(
            "A,2026-03-01T22:00:00-05:00,10,PEN,u1,2020-01-01,190.235.12.7,fp-1,",
            "B,2026-03-01T23:59:59-05:00,10,PEN,u2,2020-01-01,190.235.12.8,fp-1,",
            "C,2026-03-02T00:00:00-05:00,10,PEN,u3,2020-01-01,190.235.12.9,fp-1,",  // the third account on the device
            "D,2026-03-02T23:59:59-05:00,10,PEN,u1,2020-01-01,190.235.12.7,,",
            "E,2026-03-03T00:00:00-05:00,10,PEN,u1,2020-01-01,190.235.12.7,,");

        var report = await RunAsync(new(2026, 3, 2), new(2026, 3, 2));

        Assert.Equal(2, report.Orders);
        Assert.Equal(1, Of(report, "device-many-accounts").Hits);
    }

    [Fact]
    public async Task Tiers_count_once_and_shadow_rules_count_but_flag_nobody()
    {
        await ImportAsync([.. Enumerable.Range(0, 25).Select(i => $"O{i:D2},2026-03-02 12:00:{i:D2},10,PEN,u1,2020-01-01,190.235.12.7,,")]);
        var rules = RuleSet.Default with { Rules = [.. RuleSet.Default.Rules.Where(r => r.Rule == "ip-velocity").Select(r => r with { Mode = RuleMode.Shadow })] };

        var report = await RunAsync(new(2026, 3, 2), new(2026, 3, 2), rules);

        Assert.Equal(20, Of(report, "ip-velocity").Hits); // the sixth and those after it, in both tiers from the twenty-first on
        Assert.Equal(25, report.All.Approve);
    }

    [Fact]
    public async Task A_store_without_orders_gives_zeros()
    {
        var report = await RunAsync(new(2026, 3, 2), new(2026, 3, 2));

        Assert.Equal(0, report.Orders);
        Assert.Equal(new Figures(null, null, null), report.All.Against);
    }

    private static ReplayedRule Of(BackTestReport report, string rule) => report.Rules.Single(r => r.Rule == rule);

    private async Task ImportAsync(params string[] lines) =>
        await ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(Header + string.Join('\n', lines))));

    private Task<BackTestReport> RunAsync(DateOnly from, DateOnly to, RuleSet? rules = null) =>
        Get<RunBackTest>().RunAsync(new BackTestQuery(from, to, rules ?? RuleSet.Default), null, Ct);
}
