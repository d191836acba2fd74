using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Packs;

/// <summary>What the pages of a pack have in common: the chain, the facts on the pack, words and times.</summary>
public abstract class PackPage : ComponentBase
{
    [Inject]
    internal IStringLocalizer<PackText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public required EvidenceChainView Chain { get; set; }

    [Parameter, EditorRequired]
    public required PackFacts Facts { get; set; }

    [Parameter, EditorRequired]
    public required string Language { get; set; }

    /// <summary>To the second, in Lima; whoever reads a pack has no zone that we know.</summary>
    private protected static string At(DateTimeOffset instant) => InstantFormat.Exact(instant, Lima.Zone);

    private protected string Who(string actor) => Words.ActorOf(actor);
}
