namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Which side a conflict goes to.</summary>
public enum RebaseChoice
{
    /// <summary>The draft's value.</summary>
    Ours,

    /// <summary>The value of the version in force.</summary>
    Theirs,
}

/// <summary>The draft and the version in force changed the same thing to different values.</summary>
/// <param name="Rule">The rule; <see cref="RuleChange.WholeSet"/> for the whole set.</param>
/// <param name="Tier">Its tier, as the draft's old base numbers them.</param>
/// <param name="Setting">The setting; <see cref="RuleChange.WholeTier"/> where they cannot be told apart by setting.</param>
/// <param name="Ours">What the draft changed.</param>
/// <param name="Theirs">What was published meanwhile.</param>
public sealed record RuleConflict(string Rule, int Tier, string Setting, IReadOnlyList<RuleChange> Ours, IReadOnlyList<RuleChange> Theirs)
{
    /// <summary>Names it among the conflicts of one rebase.</summary>
    public string Key => $"{Rule}/{Tier}/{Setting}";
}

/// <summary>A draft taken over to a newer version: the changes of both since the version that the draft began with.</summary>
/// <param name="Set">All changes of the version in force, and those of the draft; where they conflict, the side that was chosen, else the version in force.</param>
/// <param name="Conflicts">What needs a choice.</param>
public sealed record Rebase(RuleSet Set, IReadOnlyList<RuleConflict> Conflicts)
{
    /// <summary>Takes a draft over. Pure.</summary>
    /// <param name="book">The rules, to see that what comes of it can be used.</param>
    /// <param name="from">What the draft began with.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="active">The version in force.</param>
    /// <param name="choices">Sides by <see cref="RuleConflict.Key"/>.</param>
    public static Rebase Of(RuleBook book, RuleSet from, RuleSet draft, RuleSet active, IReadOnlyDictionary<string, RebaseChoice> choices)
    {
        var (ours, theirs) = (RuleChanges.Between(from, draft), RuleChanges.Between(from, active));
        ours = [.. ours.Where(change => !theirs.Contains(change))]; // both did the same
        var found = Found(ours, theirs);
        var merged = Merge(from, ours, theirs, found, choices);

        // Two changes that fit each by itself may not fit together: then the rule is decided as a whole.
        var broken = merged.Rules.GroupBy(entry => entry.Rule)
            .Where(group => book.Faults(merged with { Rules = [.. group] }).Any()).Select(group => group.Key).ToList();
        if (broken.Count == 0) return new(merged, found);
        found = [.. found.Where(conflict => !broken.Contains(conflict.Rule)), .. broken.Select(rule => OfRule(rule, ours, theirs))];
        return new(Merge(from, ours, theirs, found, choices), found);
    }

    private static RuleConflict OfRule(string rule, IReadOnlyList<RuleChange> ours, IReadOnlyList<RuleChange> theirs) =>
        new(rule, 0, RuleChange.WholeTier, [.. ours.Where(change => change.Rule == rule)], [.. theirs.Where(change => change.Rule == rule)]);

    private static List<RuleConflict> Found(IReadOnlyList<RuleChange> ours, IReadOnlyList<RuleChange> theirs)
    {
        var found = new List<RuleConflict>();
        foreach (var tier in ours.Where(change => !change.Adds).GroupBy(change => (change.Rule, change.Tier)))
        {
            var against = theirs.Where(change => !change.Adds && (change.Rule, change.Tier) == tier.Key).ToList();
            if (against.Count == 0) continue;
            if (tier.Concat(against).Any(change => change.Removes)) found.Add(new(tier.Key.Rule, tier.Key.Tier, RuleChange.WholeTier, [.. tier], against));
            else
                found.AddRange(
                    from our in tier
                    join their in against on our.Setting equals their.Setting
                    select new RuleConflict(our.Rule, our.Tier, our.Setting, [our], [their]));
        }

        return found;
    }

    private static RuleSet Merge(
        RuleSet from, IReadOnlyList<RuleChange> ours, IReadOnlyList<RuleChange> theirs, List<RuleConflict> found, IReadOnlyDictionary<string, RebaseChoice> choices)
    {
        var dropped = found.SelectMany(conflict =>
            choices.GetValueOrDefault(conflict.Key, RebaseChoice.Theirs) == RebaseChoice.Ours ? conflict.Theirs : conflict.Ours).ToHashSet();
        return RuleChanges.Apply(from, theirs.Concat(ours).Where(change => !dropped.Contains(change)));
    }
}
