using PagoConsole.Core.Evidence.Chain;

namespace PagoConsole.Core.Evidence.Packs;

/// <summary>Counts what a masked pack leaves out.</summary>
internal static class WithheldPart
{
    public static IReadOnlyDictionary<PackPart, int> Of(EvidenceChainView chain, IReadOnlyList<PackFile> raw)
    {
        if (chain.Whole) return new Dictionary<PackPart, int>();
        var bodies = raw.Count(file => file.Part == PackPart.Delivery && file.Path.EndsWith(".body", StringComparison.Ordinal));
        var left = new (PackPart Part, int Count)[]
        {
            (PackPart.PrivatePart, chain.Entries.Count(entry => entry.PrivateDigest is not null) - chain.Erased),
            (PackPart.Request, chain.Commands.Count(command => command.Body.Length > 0)),
            (PackPart.Delivery, chain.Messages.Count - bodies),
            (PackPart.Attachment, chain.Files.Count + chain.Answers.Count + (chain.Review is { Note.Length: > 0 } ? 1 : 0)),
        };
        return left.Where(part => part.Count > 0).ToDictionary(part => part.Part, part => part.Count);
    }
}
