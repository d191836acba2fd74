namespace PagoConsole.Evidence.Packs;

/// <summary>How anybody can check a pack with nothing but the tools of every Unix, and what that does not prove.</summary>
public sealed partial class VerifierPage
{
    private IEnumerable<VerifierStep> Steps => VerifierStep.All.Where(step => step.Name switch
    {
        nameof(VerifierStep.Chain) => Chain.Entries.Count > 0,
        nameof(VerifierStep.Private) => Chain.Private.Count > 0,
        nameof(VerifierStep.Deliveries) => Chain.Messages.Count > Facts.Withheld.GetValueOrDefault(Core.Evidence.Packs.PackPart.Delivery),
        nameof(VerifierStep.Seals) => Facts.Seals.Count > 0,
        _ => true,
    });
}
