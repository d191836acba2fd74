using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Rules;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class CategoryRuleTests
{
    [Theory]
    [InlineData("crypto", Hit)]
    [InlineData(" Crypto ", Hit)]
    [InlineData("gift-cards-resale", Hit)]
    [InlineData("b2b-bulk", Hit)]
    [InlineData("crypto-books", Quiet)]
    [InlineData("gift-cards", Quiet)]
    [InlineData("electronics", Quiet)]
    public async Task What_may_not_be_sold_for_cash_is_rejected(string category, RuleResult result)
    {
        var found = await OneOrder.JudgeAsync(OneOrder.Default("restricted-category"), Of(category));

        Assert.Equal((result, RuleAction.Reject), (found.Result, found.Action));
    }

    [Theory]
    [InlineData("electronics", Hit)]
    [InlineData("ELECTRONICS", Hit)]
    [InlineData("appliances", Hit)]
    [InlineData("fashion-luxury", Hit)]
    [InlineData("fashion", Quiet)]
    [InlineData("crypto", Quiet)]
    public async Task What_is_easily_sold_on_scores_ten(string category, RuleResult result)
    {
        var found = await OneOrder.JudgeAsync(OneOrder.Default("category-risk"), Of(category));

        Assert.Equal((result, RuleAction.Score, 10), (found.Result, found.Action, found.Score));
    }

    [Theory]
    [InlineData("restricted-category")]
    [InlineData("category-risk")]
    public async Task Without_categories_there_is_nothing_to_look_at(string rule)
    {
        Assert.Equal(NoInput, (await OneOrder.JudgeAsync(OneOrder.Default(rule), OneOrder.Bare())).Result);
        Assert.Equal(NoInput, (await OneOrder.JudgeAsync(OneOrder.Default(rule), Of("", " "))).Result);
        Assert.Equal(NoInput, (await OneOrder.JudgeAsync(OneOrder.Default(rule), Of([null]))).Result);
    }

    [Fact]
    public async Task One_such_item_among_others_is_enough_and_named_alone() =>
        (await OneOrder.JudgeAsync(OneOrder.Default("category-risk"), Of("books", "Appliances", null, "appliances"))).Saw(
            Hit, "appliances", "electronics, appliances, fashion-luxury", "appliances", "electronics, appliances, fashion-luxury");

    [Fact]
    public async Task Quiet_it_names_what_it_saw() =>
        (await OneOrder.JudgeAsync(OneOrder.Default("restricted-category"), Of("books", "toys"))).Saw(
            Quiet, "books, toys", "crypto, gift-cards-resale, b2b-bulk", "books, toys", "crypto, gift-cards-resale, b2b-bulk");

    [Fact]
    public async Task The_categories_are_a_setting()
    {
        var entry = RuleEntry.Of("restricted-category", RuleAction.Reject, new RestrictedCategorySettings { Categories = ["Fireworks"] });

        Assert.Equal(Hit, (await OneOrder.JudgeAsync(entry, Of("fireworks"))).Result);
        Assert.Equal(Quiet, (await OneOrder.JudgeAsync(entry, Of("crypto"))).Result);
    }

    [Fact]
    public async Task An_empty_list_never_fires()
    {
        var entry = RuleEntry.Of("category-risk", RuleAction.Score, new CategoryRiskSettings { Categories = [] }, 10);

        Assert.Equal(Quiet, (await OneOrder.JudgeAsync(entry, Of("electronics"))).Result);
    }

    private static OrderContent Of(params string?[] categories) =>
        OneOrder.Bare() with { Items = [.. categories.Select(category => new OrderItem("s", "t", category, 1, 100))] };
}
