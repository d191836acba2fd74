using PagoConsole.Core.Evidence.Aml;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Evidence.Aml.Register;

namespace PagoConsole.Tests.Evidence.Aml;

/// <summary>Which operations belong into the register, and by which numbers.</summary>
public sealed class RegisterRuleTests
{
    private static readonly LegalBook Shipped = new(LegalBook.Shipped());
    private static readonly AmlMonth November = new(202611);

    private static MonthRules Rules { get; } = MonthRules.Of(November, Shipped, new RateTable([Rate(1, 37_500)], Shipped));

    [Fact]
    public void A_single_operation_belongs_from_the_threshold_on()
    {
        var belong = RegisterRule.Judge([new("a", "x", 1_000_000), new("b", "x", 999_999), new("c", "", 2_000_000), new("d", "x", null)], Rules);

        Assert.Equal(["a", "c"], belong.Keys.Order());
        Assert.All(belong.Values, kind => Assert.Equal(RegisterKind.Single, kind));
    }

    [Fact]
    public void Operations_of_a_person_belong_together_from_the_sum_of_a_month_on_and_small_ones_do_not_count()
    {
        JudgedOperation[] operations = [.. Enumerable.Range(0, 10).Select(n => new JudgedOperation($"x{n}", "x", 500_000)), new("small", "x", 99_999), new("other", "y", 900_000)];

        Assert.Equal(10, RegisterRule.Judge(operations, Rules).Count(o => o.Value == RegisterKind.Multiple));
        Assert.Empty(RegisterRule.Judge(operations[1..], Rules));
    }

    [Fact]
    public void Soles_are_worth_nothing_in_dollars_without_a_rate()
    {
        var without = MonthRules.Of(November, Shipped, new RateTable([], Shipped));

        Assert.Null(without.InUsd(100, 500));
        Assert.Equal(500, without.InUsd(0, 500));
        Assert.Equal(1_000_500, Rules.InUsd(3_750_000, 500));
    }

    [Theory]
    [InlineData(11, 1, true)]
    [InlineData(10, 22, true)]
    [InlineData(10, 21, false)] // eleven days before the month
    [InlineData(11, 2, false)] // within it, too late for its first day
    public void A_rate_holds_for_a_month_if_it_is_dated_up_to_its_first_day_and_not_too_old(int month, int day, bool holds) =>
        Assert.Equal(holds, new RateTable([new ExchangeRate { Day = new(2026, month, day), Rate = 37_000, Source = "SBS", EnteredBy = "x", EnteredAt = default }], Shipped).For(November) is not null);

    [Fact]
    public void The_last_entry_of_the_last_day_holds()
    {
        var table = new RateTable([Rate(1, 37_000, id: 1), Rate(1, 37_100, id: 2), new ExchangeRate { Id = 9, Day = new(2026, 10, 31), Rate = 36_000, Source = "SBS", EnteredBy = "x", EnteredAt = default }], Shipped);

        Assert.Equal(37_100, table.For(November)!.Rate);
    }

    [Fact]
    public void A_number_holds_from_its_day_on_and_the_companys_own_stands_for_the_one_that_comes_along()
    {
        var book = new LegalBook([
            .. LegalBook.Shipped(),
            new LegalEntry { Number = LegalNumber.ReportHours, ValidFrom = new(2027, 1, 1), Value = 48, Unit = "hours", Source = "new norm" },
            new LegalEntry { Number = LegalNumber.NearCount, ValidFrom = new(2015, 7, 1), Value = 5, Unit = "operations", Source = "own" },
        ]);

        Assert.Equal(24, book.ValueAt(LegalNumber.ReportHours, new(2026, 12, 31)));
        Assert.Equal(48, book.ValueAt(LegalNumber.ReportHours, new(2027, 1, 1)));
        Assert.Equal(5, book.ValueAt(LegalNumber.NearCount, new(2026, 1, 1)));
        Assert.Null(book.At(LegalNumber.ObligedSubject, new(2026, 1, 1)).Value);
    }

    [Fact]
    public void Every_number_comes_along_with_its_source_and_passes_the_check()
    {
        Assert.Equal(Enum.GetValues<LegalNumber>(), LegalBook.Shipped().Select(e => e.Number).Distinct().Order());
        Assert.Empty(LegalBook.Shipped().SelectMany((entry, i) => CheckAmlOptions.FaultsOf(entry, $"{i}")));
        Assert.All(LegalBook.Shipped(), entry => Assert.False(entry.Confirmed));
    }

    [Fact]
    public void A_wrong_number_is_told_by_its_key()
    {
        var options = new AmlOptions { Numbers = { new LegalEntry { Number = LegalNumber.ReportHours, ValidFrom = new(2027, 1, 1), Value = 0.5m, Unit = "hours", Source = " " } } };

        var faults = new CheckAmlOptions().Validate(null, options).Failures!.ToList();

        Assert.Equal(["Aml:Numbers:0:Source: takes the norm that says so, and what it says", "Aml:Numbers:0:Value: takes 1 to 720 hours"], faults);
    }

    private static ExchangeRate Rate(int day, long rate, long id = 1) => new() { Id = id, Day = new(2026, 11, day), Rate = rate, Source = "SBS", EnteredBy = "x", EnteredAt = default };
}
