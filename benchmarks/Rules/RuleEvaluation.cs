using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Configs;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Facts;
using RulesEngine.Models;

namespace PagoConsole.Benchmarks.Rules;

/// <summary>Twelve rules over facts that are there already: ours, bound to their settings, against the same ones as expressions of RulesEngine.</summary>
[Config(typeof(InProcess))]
[MemoryDiagnoser]
public class RuleEvaluation
{
    private static readonly string[] Twelve =
    [
        "payment-limit", "new-account-high-value", "account-just-created", "ip-velocity", "ip-many-accounts", "daily-order-limit",
        "device-many-accounts", "device-binding", "geo-mismatch", "linked-accounts", "aml-structuring", "category-risk",
    ];

    private readonly BoundRules ours;
    private readonly OrderFacts facts;
    private readonly RulesEngine.RulesEngine theirs;
    private readonly RuleParameter flat;

    /// <summary>Binds both to the same order.</summary>
    public RuleEvaluation()
    {
        var book = new ServiceCollection().AddRisk().BuildServiceProvider().GetRequiredService<RuleBook>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = RuleSet.Default.Rules.Where(entry => Twelve.Contains(entry.Rule) && taken.Add(entry.Rule)).ToList();
        ours = book.Bind(RuleSet.Default with { Rules = entries });
        facts = SampleOrder.Facts(ours.Plan);
        flat = new RuleParameter("o", SampleOrder.Flat);
        theirs = new RulesEngine.RulesEngine([SampleOrder.Workflow]);
    }

    /// <summary>RulesEngine 6.0.1, its expressions compiled.</summary>
    [Benchmark(Baseline = true)]
    public async Task<int> RulesEngine_12_rules()
    {
        var results = await theirs.ExecuteAllRulesAsync("orders", flat);
        return results.Count(result => result.IsSuccess);
    }

    /// <summary>Ours: the verdict, with score, review and rejection summed up.</summary>
    [Benchmark]
    public int PagoConsole_12_rules() => ours.Decide(facts).Score;

    /// <summary>Ours, with what every rule saw kept in words for the record.</summary>
    [Benchmark]
    public int PagoConsole_12_rules_explained() => ours.Assess(facts).Rules.Count;

    private sealed class InProcess : ManualConfig
    {
        public InProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
