using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.BackTest;
using PagoConsole.Core.Risk.Preview;
using PagoConsole.Core.Storage;

namespace PagoConsole.Tests.Risk.Preview;

public sealed class SuggestRulesTests() : RiskPath(StorageProvider.Sqlite)
{
    private static readonly SuggestQuery Query = new(RuleSet.Default, 90, new SearchGoal());

    [Fact]
    public async Task What_was_found_is_kept_for_whoever_searched_until_they_put_it_away()
    {
        await PlaceAsync(NewOrder());

        await Get<SuggestRules>().Start(Query, Analyst).Value.Completion;

        var found = Get<SuggestRules>().FoundFor(Analyst)!;
        Assert.Equal((1, 0), (found.Orders, found.Labelled));
        Assert.Equal([SuggestionNote.TooFewLabels], found.Suggestion.Notes);
        Assert.Equal((1000, 1, false), Get<SuggestRules>().Of(Analyst) is { } run ? (run.Seen, run.Did, run.Failed) : default);
        Assert.Null(Get<SuggestRules>().FoundFor(Person("somebody else")));

        Get<SuggestRules>().Forget(Analyst);
        Assert.Null(Get<SuggestRules>().FoundFor(Analyst));
        Assert.Null(Get<SuggestRules>().Of(Analyst));
    }

    [Fact]
    public void Only_who_changes_rules_may_search_and_only_for_what_there_can_be()
    {
        var reader = new Actor(ActorKind.Person, "x", "x", new HashSet<Permission> { Permission.SeeRules });

        Assert.Equal(RefusalCode.NotAllowed, Get<SuggestRules>().Start(Query, reader).Refusal?.Code);
        Assert.Equal(RefusalCode.Invalid, Get<SuggestRules>().Start(Query with { Goal = new(1.5) }, Analyst).Refusal?.Code);
        Assert.Equal(RefusalCode.Invalid, Get<SuggestRules>().Start(Query with { Rules = RuleSet.Default with { ReviewThreshold = 0 } }, Analyst).Refusal?.Code);
        Assert.Null(Get<SuggestRules>().Of(Analyst));
    }
}
