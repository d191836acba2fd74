using System.Text.Json;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk;

/// <summary>What is kept of an assessment, so that it can be explained years later.</summary>
public abstract class StoredAssessmentTests(StorageProvider provider) : RiskPath(provider)
{
    private static readonly string[] Personal =
    [
        "Zoraida", "Quispe", "zoraida", "secreto.example", "987654321", "51987654321", "45678912", "fp-secret-77ab", "Mozilla", "190.235.12.7",
        "Av. Arequipa 9876", "arequipa", "Dpto 502", "15046", "20100047218", "Secretos SAC", "Compra secreta", "shop.example",
    ];

    [Fact]
    public async Task Nothing_personal_is_kept_with_an_assessment()
    {
        await LoginAsync("u-881", Now.AddDays(-3), "190.235.12.7", "fp-secret-77ab");
        await LoginAsync("u-881", Now.AddHours(-3), "8.8.8.8", "fp-other-device");
        await PlaceAsync(Telling("P-1"));
        await PlaceAsync(Telling("P-2"));

        var assessment = await AssessmentAsync("P-2");

        Assert.All(Personal, text =>
        {
            Assert.DoesNotContain(text, assessment.Facts, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(text, assessment.Rules, StringComparison.OrdinalIgnoreCase);
        });
        Assert.DoesNotContain("8.8.8.8", assessment.Facts + assessment.Rules, StringComparison.Ordinal);
        Assert.DoesNotContain("fp-other-device", assessment.Facts + assessment.Rules, StringComparison.Ordinal);
        Assert.Contains(assessment.ReadRules(), rule => rule is { Rule: "remote-login", Result: RuleResult.Hit });
    }

    [Fact]
    public async Task Every_rule_that_was_evaluated_is_kept_with_what_it_saw_and_the_version()
    {
        await PlaceAsync(Telling("P-1"));

        var assessment = await AssessmentAsync("P-1");
        var rules = assessment.ReadRules();

        Assert.Equal((1, Now), (assessment.RuleSetVersion, assessment.At));
        Assert.Equal(RuleSet.Default.Rules.Where(e => e.Mode != RuleMode.Off).Select(e => e.Rule), rules.Select(r => r.Rule));
        Assert.All(rules, rule => Assert.NotEmpty(rule.Threshold));
        var high = Assert.Single(rules, r => r.Rule == "category-risk");
        Assert.Equal((RuleResult.Hit, "electronics", 10, RuleMode.Enforce), (high.Result, high.Observed, high.Score, high.Mode));
        Assert.Equal((assessment.Score, assessment.Outcome), (rules.Where(r => r.Result == RuleResult.Hit && r.Action == RuleAction.Score).Sum(r => r.Score), RiskOutcome.Approve));
    }

    [Fact]
    public async Task The_facts_hold_every_question_with_its_answer()
    {
        await PlaceAsync(Telling("P-1"));
        await PlaceAsync(Telling("P-2"));

        var facts = JsonDocument.Parse((await AssessmentAsync("P-2")).Facts).RootElement;

        Assert.Equal("P-2", facts.GetProperty("order").GetProperty("orderId").GetString());
        Assert.Equal("PE", facts.GetProperty("outside").GetProperty("country").GetString());
        var history = facts.GetProperty("history");
        Assert.Equal(2, history.GetProperty("orders by Ip in 00:10:00, at most 26").GetInt64());
        Assert.Equal(2, history.GetProperty("the document's month").GetProperty("orders").GetInt32());
        Assert.Equal(OneSetOfQuestions(), history.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task An_assessment_keeps_the_version_it_was_made_with()
    {
        await PlaceAsync(Telling("P-1"));
        await UseAsync(Default("payment-limit"));
        await PlaceAsync(Telling("P-2"));

        Assert.Equal((1, 2), ((await AssessmentAsync("P-1")).RuleSetVersion, (await AssessmentAsync("P-2")).RuleSetVersion));
        Assert.Single((await AssessmentAsync("P-2")).ReadRules());
        Assert.True((await AssessmentAsync("P-1")).ReadRules().Count > 15);
    }

    [Fact]
    public void What_an_earlier_program_wrote_can_be_read_again()
    {
        var assessment = new Assessment
        {
            OrderId = "P-1",
            RuleSetVersion = 1,
            Outcome = RiskOutcome.Review,
            Score = 30,
            At = Now,
            Facts = "{}",
            Rules = """
                [{"rule":"a-rule-that-is-gone","mode":"Enforce","action":"Score","score":30,"result":"Hit","observed":"6","threshold":"5","args":["6"],
                  "lookedAt":["Ip"],"lifted":false,"aWordOfLater":1}]
                """,
        };

        var rule = Assert.Single(assessment.ReadRules());

        Assert.Equal(("a-rule-that-is-gone", RuleResult.Hit, "6"), (rule.Rule, rule.Result, rule.Observed));
        Assert.Equal([IdentifierKind.Ip], rule.LookedAt);
    }

    private static IEnumerable<string> OneSetOfQuestions() =>
        Rules.OneOrder.Book.Bind(RuleSet.Default).Plan.Questions.Select(question => question.Key);

    private OrderContent Telling(string orderId) => new()
    {
        OrderId = orderId,
        Amount = Money.Of(129.90m, Currency.Pen),
        ReturnUrl = "https://shop.example/thanks",
        Account = new OrderAccount("u-881", Now.AddYears(-1), "zoraida@secreto.example", "+51987654321", "DNI", "45678912", "Zoraida Quispe"),
        ShippingAddress = new OrderAddress("Av. Arequipa 9876", "Dpto 502", "Lince", "Lima", "Lima", "PE", "15046"),
        Ip = "190.235.12.7",
        Device = new OrderDevice("fp-secret-77ab", "Mozilla/5.0"),
        Seller = new OrderSeller("s-12", "20100047218"),
        Items = [new OrderItem("TV", "Compra secreta", "electronics", 1, 12990)],
        Invoice = new OrderInvoice("factura", "20100047218", "Secretos SAC"),
    };
}

public sealed class StoredAssessmentTestsOnSqlite() : StoredAssessmentTests(StorageProvider.Sqlite);

public sealed class StoredAssessmentTestsOnPostgres() : StoredAssessmentTests(StorageProvider.Postgres);
