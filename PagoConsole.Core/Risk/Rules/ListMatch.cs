using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Facts;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Core.Risk.Rules;

/// <summary>Settings of <c>list-match</c>: it has none; the entries say what they mean.</summary>
public sealed record ListMatchSettings;

/// <summary>Fires when something of the order stands on a list. A block rejects; else review asks a person; else trust drops points and reviews.</summary>
internal sealed class ListMatch : Rule<ListMatchSettings>
{
    public override string Id => "list-match";

    public override IReadOnlyList<IdentifierKind> LooksAt =>
    [
        IdentifierKind.Account, IdentifierKind.Email, IdentifierKind.Phone, IdentifierKind.Document,
        IdentifierKind.Device, IdentifierKind.Address, IdentifierKind.Ip,
    ];

    private protected override Check Bind(ListMatchSettings settings, Binding on)
    {
        var matches = on.Ask(new OnLists());
        return new(
            facts => Check.When(facts.Of(matches).Count > 0),
            facts => Saw(facts.Of(matches)),
            facts => EffectOf(facts.Of(matches)));
    }

    private static RuleEffect EffectOf(IReadOnlyList<ListedMatch> matches)
    {
        var trusted = false;
        var review = false;
        foreach (var match in matches)
        {
            if (match.Effect == ListEffect.Block) return RuleEffect.Reject;
            trusted |= match.Effect == ListEffect.Trust;
            review |= match.Effect == ListEffect.Review;
        }

        return trusted ? RuleEffect.Trust : review ? RuleEffect.Review : RuleEffect.None;
    }

    private static Finding Saw(IReadOnlyList<ListedMatch> matches)
    {
        var words = string.Join(", ", matches.Select(m => $"{m.Effect}: {m.Kind}").Distinct());
        return new(words.Length > 0 ? words : "on no list", "lists", words, Velocity.Text(matches.Count));
    }
}
