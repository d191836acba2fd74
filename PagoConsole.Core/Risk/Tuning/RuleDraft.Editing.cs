using System.Text.Json;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>How a draft is edited.</summary>
public sealed partial class RuleDraft
{
    /// <summary>Begins one.</summary>
    public static RuleDraft Open(string title, int baseVersion, RuleSet set, Actor by, DateTimeOffset now) => new()
    {
        DraftId = Ids.New("dft", now),
        Title = title,
        BaseVersion = baseVersion,
        Json = set.ToJson(),
        Revision = 1,
        TiersRevision = 1,
        Owner = by.Signature,
        OwnerId = by.Id,
        OpenedAt = now,
        ChangedBy = by.Signature,
        ChangedAt = now,
        Hands = by.Id,
    };

    /// <summary>Its rules.</summary>
    public RuleSet ReadSet() => RuleSet.FromJson(Json);

    /// <summary>
    /// Changes settings. What others change meanwhile stays, as long as it is another setting: each change says what it found, and is refused
    /// where that is no longer so.
    /// </summary>
    /// <param name="seen">The revision that the person looked at.</param>
    /// <param name="changes">The changes, counted from that revision.</param>
    /// <param name="book">The rules.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">When.</param>
    /// <returns>What was changed; nothing where all of it was so already.</returns>
    public Result<IReadOnlyList<RuleChange>> Edit(int seen, IReadOnlyList<RuleChange> changes, RuleBook book, Actor by, DateTimeOffset now)
    {
        if (State != DraftState.Open) return RefusalCode.DraftNotOpen;
        var set = ReadSet();
        try
        {
            changes = [.. changes.Select(change => change with { From = SettingText.Of(change.From), To = SettingText.Of(change.To) })];
            if (changes.FirstOrDefault(change => Unknown(change, set, book)) is { } unknown) return Invalid(unknown, book);
            if (seen < TiersRevision && changes.FirstOrDefault(change => book.Find(change.Rule) is { Tiered: true }) is { } moved) return Changed(moved, null);
            changes = [.. changes.Where(change => change.Adds || RuleChanges.ValueIn(set, change.Rule, change.Tier, change.Setting) != change.To)];
            foreach (var change in changes.Where(change => !change.Adds))
                if (RuleChanges.ValueIn(set, change.Rule, change.Tier, change.Setting) is var value && value != change.From) return Changed(change, value);
            if (changes.Count == 0) return Array.Empty<RuleChange>();
            var next = RuleChanges.Apply(set, changes);
            if (book.Faults(next).FirstOrDefault() is { } fault) return Invalid(AtFault(set, changes, book), book, fault);
            Keep(next, changes.Any(change => change.Setting == RuleChange.WholeTier), by, now);
            return changes.ToArray();
        }
        catch (JsonException wrong)
        {
            return Invalid(AtFault(set, changes, book), book, wrong.Message);
        }
    }

    /// <summary>Gives it another title.</summary>
    public Refusal? Rename(string title, Actor by, DateTimeOffset now)
    {
        if (State != DraftState.Open) return new(RefusalCode.DraftNotOpen);
        Title = title;
        Touch(by, now);
        return null;
    }

    /// <summary>Takes it over to the version in force.</summary>
    public Refusal? MoveTo(int version, Rebase rebased, int seen, Actor by, DateTimeOffset now)
    {
        if (State != DraftState.Open) return new(RefusalCode.DraftNotOpen);
        if (seen != Revision) return new(RefusalCode.DraftChanged);
        BaseVersion = version;
        Keep(rebased.Set, tiers: true, by, now);
        return null;
    }

    // A rule that does not stand in the set gets its one entry by adding; only rules with tiers get more.
    private static bool Unknown(RuleChange change, RuleSet set, RuleBook book) =>
        change.Rule == RuleChange.WholeSet
            ? RuleChanges.ValueIn(set, change.Rule, 1, change.Setting) is null
            : book.Find(change.Rule) is null || change.Tier < 1 || (change.From is null && change.To is null);

    private static Refusal Changed(RuleChange change, string? value) =>
        new(RefusalCode.DraftChanged, change.Field, "Somebody else changed it meanwhile.", value is null ? null : [value]);

    private static Refusal Invalid(RuleChange change, RuleBook book, string? fault = null) => new(
        RefusalCode.Invalid, change.Field, fault ?? "There is no such setting.",
        SettingBounds.Of(book, change) is { } bounds ? [bounds.Min, bounds.Max] : null);

    /// <summary>The change that alone is refused too; the first where only all of them together are.</summary>
    private static RuleChange AtFault(RuleSet set, IReadOnlyList<RuleChange> changes, RuleBook book) => changes.FirstOrDefault(change =>
    {
        try
        {
            return book.Faults(RuleChanges.Apply(set, [change])).Any();
        }
        catch (JsonException)
        {
            return true;
        }
    }) ?? changes[0];

    private void Keep(RuleSet set, bool tiers, Actor by, DateTimeOffset now)
    {
        Json = set.ToJson();
        Touch(by, now);
        if (tiers) TiersRevision = Revision;
    }

    private void Touch(Actor by, DateTimeOffset now)
    {
        Revision++;
        (ChangedBy, ChangedAt) = (by.Signature, now);
        if (!IsHandOf(by)) Hands += $",{by.Id}";
    }
}
