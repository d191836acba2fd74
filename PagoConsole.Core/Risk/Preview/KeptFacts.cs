using System.Collections;
using System.Collections.Frozen;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;

namespace PagoConsole.Core.Risk.Preview;

/// <summary>
/// Makes facts small before they are kept in great number: nothing personal, and each answer that many orders share only once. Rules judge by
/// what is left exactly as before.
/// </summary>
internal sealed class KeptFacts
{
    /// <summary>Answers that are remembered in order to be shared.</summary>
    private const int MostShared = 8192;

    private readonly Dictionary<object, object> shared = new(new ByContent());
    private readonly Dictionary<int, FrozenDictionary<IdentifierKind, byte[]>> kinds = [];

    public OrderFacts Keep(OrderFacts facts)
    {
        var answers = new object[facts.Answers.Length];
        for (var i = 0; i < answers.Length; i++) answers[i] = Share(facts.Answers[i]);
        var order = facts.Order with
        {
            AccountId = "",
            Keys = KindsOf(facts.Order),
            Device = null,
            Ip = "",
            EmailDomain = null,
            Categories = Share(facts.Order.Categories),
            Contact = facts.Order.Contact with { Faults = Share(facts.Order.Contact.Faults) },
        };
        return new OrderFacts(order with { Contact = Share(order.Contact) }, Share(facts.Outside), answers);
    }

    /// <summary>Which identifiers it carries, without them.</summary>
    private FrozenDictionary<IdentifierKind, byte[]> KindsOf(OrderSubject order)
    {
        var mask = 0;
        foreach (var kind in order.Keys.Keys) mask |= 1 << (int)kind;
        if (!kinds.TryGetValue(mask, out var found)) kinds[mask] = found = order.Keys.Keys.ToFrozenDictionary(kind => kind, _ => Array.Empty<byte>());
        return found;
    }

    private T Share<T>(T answer)
        where T : class
    {
        if (shared.TryGetValue(answer, out var same)) return (T)same;
        if (shared.Count < MostShared) shared.Add(answer, answer);
        return answer;
    }

    /// <summary>Lists are the same when they hold the same.</summary>
    private sealed class ByContent : IEqualityComparer<object>
    {
        bool IEqualityComparer<object>.Equals(object? a, object? b) =>
            a is IList one && b is IList other
                ? a.GetType() == b!.GetType() && one.Count == other.Count && one.Cast<object>().SequenceEqual(other.Cast<object>())
                : Equals(a, b);

        int IEqualityComparer<object>.GetHashCode(object value)
        {
            if (value is not IList list) return value.GetHashCode();
            var hash = new HashCode();
            hash.Add(value.GetType());
            foreach (var item in list) hash.Add(item);
            return hash.ToHashCode();
        }
    }
}
