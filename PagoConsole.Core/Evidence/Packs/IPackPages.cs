using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Seals;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>What the pages of a pack say of the pack itself.</summary>
/// <param name="PackId">Its id, which the journal names.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="MadeBy">Who made it, as the journal has it.</param>
/// <param name="Reason">For what, where somebody had to say so.</param>
/// <param name="KeyId">The key that signs it.</param>
/// <param name="Head">The hash of the last entry of the order's journal, in small hexadecimal.</param>
/// <param name="Seals">The daily seals that the journal is in, the oldest first.</param>
/// <param name="Withheld">How many files of which part are left out, since they may hold personal data.</param>
public sealed record PackFacts(
    string PackId, DateTimeOffset MadeAt, string MadeBy, string? Reason, string KeyId, string Head, IReadOnlyList<SealInclusion> Seals, IReadOnlyDictionary<PackPart, int> Withheld);

/// <summary>The pages of a pack; their words are the host's.</summary>
public interface IPackPages
{
    /// <summary>The languages, as file names have them: <c>es</c>, <c>en</c>, <c>zh</c>.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>The account of the order as an HTML page that loads nothing.</summary>
    Task<string> SummaryAsync(EvidenceChainView chain, PackFacts facts, string language);

    /// <summary>How to check the pack, as an HTML page that loads nothing.</summary>
    Task<string> VerifierAsync(EvidenceChainView chain, PackFacts facts, string language);
}
