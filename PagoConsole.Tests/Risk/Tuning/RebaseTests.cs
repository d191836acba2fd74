using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Risk;
using PagoConsole.Core.Risk.Tuning;
using static PagoConsole.Tests.Risk.Tuning.SomeRules;

namespace PagoConsole.Tests.Risk.Tuning;

/// <summary>A draft taken over to a newer version loses nothing of either side.</summary>
public sealed class RebaseTests
{
    private static readonly Dictionary<string, RebaseChoice> NoChoice = [];

    [Fact]
    public void Changes_of_different_settings_are_both_there()
    {
        var ours = RuleChanges.Apply(Start, [Amount(800, 600)]);
        var theirs = RuleChanges.Apply(Start, [new(HighValue, 1, "youngerThanDays", "7", "14")]);

        var rebased = Rebase.Of(Book, Start, ours, theirs, NoChoice);

        Assert.Empty(rebased.Conflicts);
        Assert.Equal(["600", "14"], new[] { "fromPen", "youngerThanDays" }.Select(setting => RuleChanges.ValueIn(rebased.Set, HighValue, 1, setting)));
    }

    [Theory]
    [InlineData(null, "900")]
    [InlineData(RebaseChoice.Theirs, "900")]
    [InlineData(RebaseChoice.Ours, "600")]
    public void The_same_setting_changed_differently_is_shown_and_goes_to_the_side_that_is_chosen(RebaseChoice? choice, string value)
    {
        var (ours, theirs) = (RuleChanges.Apply(Start, [Amount(800, 600)]), RuleChanges.Apply(Start, [Amount(800, 900)]));
        var key = Assert.Single(Rebase.Of(Book, Start, ours, theirs, NoChoice).Conflicts).Key;

        var rebased = Rebase.Of(Book, Start, ours, theirs, choice is { } side ? new Dictionary<string, RebaseChoice> { [key] = side } : NoChoice);

        Assert.Equal(value, RuleChanges.ValueIn(rebased.Set, HighValue, 1, "fromPen"));
    }

    [Fact]
    public void The_same_change_on_both_sides_is_no_conflict() =>
        Assert.Empty(Rebase.Of(Book, Start, RuleChanges.Apply(Start, [Amount(800, 600)]), RuleChanges.Apply(Start, [Amount(800, 600.0m)]), NoChoice).Conflicts);

    [Fact]
    public void Two_changes_that_do_not_fit_together_are_a_conflict_of_the_whole_rule()
    {
        var both = RuleChanges.Apply(Start, [new("linked-accounts", 1, "ring", "null", "4")]);
        var ours = RuleChanges.Apply(both, [new("linked-accounts", 1, "others", "2", "null")]);
        var theirs = RuleChanges.Apply(both, [new("linked-accounts", 1, "ring", "4", "null")]);

        var conflict = Assert.Single(Rebase.Of(Book, both, ours, theirs, NoChoice).Conflicts);

        Assert.Equal(("linked-accounts", RuleChange.WholeTier), (conflict.Rule, conflict.Setting));
        var settled = Rebase.Of(Book, both, ours, theirs, new Dictionary<string, RebaseChoice> { [conflict.Key] = RebaseChoice.Ours });
        Assert.Empty(Book.Faults(settled.Set));
        Assert.Empty(RuleChanges.Between(settled.Set, ours));
    }

    [Property(Replay = "(20261122,7)", MaxTest = 500)]
    public Property Without_a_conflict_all_changes_of_both_are_there(int a, int b, int c)
    {
        var (began, ours, theirs) = Three(a, b, c);
        var rebased = Rebase.Of(Book, began, ours, theirs, NoChoice);
        if (rebased.Conflicts.Count > 0) return true.ToProperty();
        bool Holds(RuleSet side) => RuleChanges.Between(began, side).Where(change => change.Setting != RuleChange.WholeTier && !Moved(began, ours, theirs, change.Rule))
            .All(change => RuleChanges.ValueIn(rebased.Set, change.Rule, change.Tier, change.Setting) == change.To);
        return (Holds(ours) && Holds(theirs) && !Book.Faults(rebased.Set).Any()).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 500)]
    public Property Choosing_theirs_everywhere_adds_to_the_version_in_force_only_what_does_not_conflict(int a, int b, int c)
    {
        var (began, ours, theirs) = Three(a, b, c);
        var rebased = Rebase.Of(Book, began, ours, theirs, NoChoice);
        var conflicting = rebased.Conflicts.SelectMany(conflict => conflict.Theirs).ToList();
        return conflicting.Where(change => change.Setting != RuleChange.WholeTier && !Moved(began, ours, theirs, change.Rule))
            .All(change => RuleChanges.ValueIn(rebased.Set, change.Rule, change.Tier, change.Setting) == change.To).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 500)]
    public Property Whatever_is_chosen_the_rules_can_be_used(int a, int b, int c, int choices)
    {
        var (began, ours, theirs) = Three(a, b, c);
        var random = new Random(choices);
        var sides = Rebase.Of(Book, began, ours, theirs, NoChoice).Conflicts.ToDictionary(conflict => conflict.Key, _ => (RebaseChoice)random.Next(2));
        var rebased = Rebase.Of(Book, began, ours, theirs, sides);
        return (!Book.Faults(rebased.Set).Any() || rebased.Conflicts.Any(conflict => !sides.ContainsKey(conflict.Key))).ToProperty();
    }

    [Property(Replay = "(20261122,7)", MaxTest = 300)]
    public Property An_untouched_draft_becomes_the_version_in_force(int a, int b)
    {
        var (began, _, theirs) = Three(a, 0, b);
        var rebased = Rebase.Of(Book, began, began, theirs, NoChoice);
        return (rebased.Conflicts.Count == 0 && RuleChanges.Between(theirs, rebased.Set).Count == 0).ToProperty();
    }

    private static (RuleSet Began, RuleSet Ours, RuleSet Theirs) Three(int a, int b, int c)
    {
        var began = Walk(Start, a);
        return (began, Walk(began, b), Walk(began, c));
    }

    // Where a tier comes or goes, the numbers of the others move.
    private static bool Moved(RuleSet began, RuleSet ours, RuleSet theirs, string rule) =>
        RuleChanges.Between(began, ours).Concat(RuleChanges.Between(began, theirs)).Any(change => change.Rule == rule && change.Setting == RuleChange.WholeTier);
}
