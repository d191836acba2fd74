using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Review.Links;

/// <summary>What the walk has met so far, and which of it is worth showing.</summary>
internal sealed class LinkWeb(string own)
{
    private readonly Dictionary<IdentifierKey, SortedSet<string>> users = [];
    private readonly Dictionary<IdentifierKey, string> examples = [];
    private readonly HashSet<IdentifierKey> full = [];
    private readonly List<string> shown = [own];

    /// <summary>The accounts to show, the case's own first.</summary>
    public IReadOnlyList<string> Accounts => shown;

    /// <summary>Whether something was left out.</summary>
    public bool Cut { get; private set; }

    /// <summary>The accounts that use an identifier.</summary>
    public IReadOnlyCollection<string> UsersOf(IdentifierKey key) => users.TryGetValue(key, out var known) ? known : [];

    /// <summary>An order that carries an identifier.</summary>
    public string ExampleOf(IdentifierKey key) => examples[key];

    /// <summary>Whether an identifier may have more users than were looked at.</summary>
    public bool MayHaveMore(IdentifierKey key) => full.Contains(key);

    /// <summary>Takes up who used what.</summary>
    public void Add(IReadOnlyCollection<Use> uses)
    {
        foreach (var use in uses)
        {
            (users.TryGetValue(use.Key, out var known) ? known : users[use.Key] = new(StringComparer.Ordinal)).Add(use.AccountId);
            examples.TryAdd(use.Key, use.OrderId);
        }
    }

    /// <summary>Takes up all users of identifiers; one of which as many orders were read as may be probably has more.</summary>
    public void AddUsers(IReadOnlyCollection<Use> uses)
    {
        Add(uses);
        full.UnionWith(uses.GroupBy(use => use.Key).Where(key => key.Sum(use => use.Orders) >= LinkBounds.OrdersEach).Select(key => key.Key));
        Cut |= full.Count > 0;
    }

    /// <summary>Shows the accounts that these identifiers tie to those shown already, the strongest tied first, while there is room.</summary>
    /// <returns>Those that were added.</returns>
    public IReadOnlyList<string> Show(IEnumerable<IdentifierKey> keys)
    {
        var strength = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => UsersOf(key).Any(shown.Contains)))
            foreach (var account in UsersOf(key).Except(shown))
                strength[account] = strength.GetValueOrDefault(account) + LinkBounds.StrengthOf(key.Kind);
        var added = strength.OrderByDescending(s => s.Value).Select(s => s.Key).Take(LinkBounds.Accounts - shown.Count).ToList();
        Cut |= added.Count < strength.Count;
        shown.AddRange(added);
        return added;
    }

    /// <summary>The identifiers to walk on from, those of the most accounts and the strongest first. IP addresses lead nowhere.</summary>
    public IReadOnlyList<IdentifierKey> Onward(IReadOnlySet<IdentifierKey> walked)
    {
        var open = Ranked(users.Keys.Where(key => key.Kind != IdentifierKind.Ip && !walked.Contains(key)), walked).ToList();
        Cut |= open.Count > LinkBounds.Identifiers;
        return [.. open.Take(LinkBounds.Identifiers)];
    }

    /// <summary>The identifiers that tie at least two of the accounts shown; those of the order first.</summary>
    public IReadOnlyList<IdentifierKey> Ties(IReadOnlySet<IdentifierKey> ofOrder)
    {
        var ties = Ranked(users.Keys.Where(key => UsersOf(key).Count(shown.Contains) > 1), ofOrder).ToList();
        Cut |= ties.Count > LinkBounds.Identifiers;
        return [.. ties.Take(LinkBounds.Identifiers)];
    }

    /// <summary>Takes away the accounts that none of these identifiers ties to another.</summary>
    public void KeepTied(IEnumerable<IdentifierKey> ties)
    {
        var tied = ties.SelectMany(UsersOf).ToHashSet(StringComparer.Ordinal);
        Cut |= shown.RemoveAll(account => account != own && !tied.Contains(account)) > 0;
    }

    private IEnumerable<IdentifierKey> Ranked(IEnumerable<IdentifierKey> keys, IReadOnlySet<IdentifierKey> first) => keys
        .OrderByDescending(first.Contains).ThenByDescending(key => UsersOf(key).Count(shown.Contains))
        .ThenByDescending(key => LinkBounds.StrengthOf(key.Kind)).ThenBy(key => key.Hash);
}
