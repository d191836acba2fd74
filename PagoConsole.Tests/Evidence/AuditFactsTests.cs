using PagoConsole.Core.Evidence.Audit;

namespace PagoConsole.Tests.Evidence;

public sealed class AuditFactsTests
{
    [Fact]
    public void A_change_has_what_was_before_and_after() => Assert.Equal(
        [new AuditFact("", "Open", "WrittenOff", true), new AuditFact("kind", null, "AmountDiffers", false)],
        AuditFacts.Of("""{"kind":"AmountDiffers","from":"Open","to":"WrittenOff"}""").OrderBy(fact => fact.Name, StringComparer.Ordinal));

    [Fact]
    public void Changes_of_rules_are_named_by_rule_and_setting() => Assert.Equal(
        [new AuditFact("draft", null, "drf_1", false), new AuditFact("changes.ip-velocity.1.moreThan", "3", "5", true), new AuditFact("changes.geo-mismatch.1.mode", "Off", null, true)],
        AuditFacts.Of("""
            {"draft":"drf_1","changes":[{"rule":"ip-velocity","tier":1,"setting":"moreThan","from":"3","to":"5"},{"rule":"geo-mismatch","tier":1,"setting":"mode","from":"Off"}]}
            """));

    [Fact]
    public void Days_from_and_to_are_no_change() => Assert.Equal(
        [new AuditFact("from", null, "2026-11-01", false), new AuditFact("to", null, "2026-11-30", false)],
        AuditFacts.Of("""{"from":"2026-11-01","to":"2026-11-30"}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"from":{"a":1},"to":[1,{"b":null}]}""")]
    [InlineData("""[[],[{}],null,"x",{"from":null}]""")]
    public void Whatever_an_entry_says_can_be_read(string json) => Assert.True(AuditFacts.Of(json).Count < AuditFacts.Most);

    [Fact]
    public void Lists_of_words_stand_in_one_line() => Assert.Equal([new AuditFact("roles", null, "Lead, Admin", false)], AuditFacts.Of("""{"roles":["Lead","Admin"]}"""));
}
