using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Review.Links;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>What there is to look at besides the reasons.</summary>
internal enum EvidenceTab
{
    Links,
    Orders,
    Logins,
    Similar,
    Timeline,
}

/// <summary>The evidence on a case: links first, all else one key away.</summary>
public sealed partial class CaseEvidence
{
    private EvidenceTab tab;
    private LinkGraph? links;
    private RelatedOrderList? related;
    private IReadOnlyList<SimilarCase>? similar;

    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Inject]
    internal OrderLinks Links { get; set; } = default!;

    [Inject]
    internal RelatedOrders Related { get; set; } = default!;

    [Inject]
    internal SimilarCases Similar { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    /// <summary>Links and orders are told beside the tabs from the beginning; similar cases are looked for when they are wanted.</summary>
    protected override async Task OnInitializedAsync()
    {
        var viewer = await CurrentActor.GetAsync();
        if (await Links.ReadAsync(View.Case.OrderId, viewer, CancellationToken.None) is { Done: true } graph) links = graph.Value;
        StateHasChanged();
        if (await Related.ReadAsync(View.Case.OrderId, viewer, CancellationToken.None) is { Done: true } orders) related = orders.Value;
    }

    private int? CountOf(EvidenceTab one) => one switch
    {
        EvidenceTab.Links => links?.Accounts.Count - 1,
        EvidenceTab.Orders => related?.Orders.Count,
        EvidenceTab.Logins => View.Account?.Logins.Count,
        EvidenceTab.Similar => similar?.Count,
        EvidenceTab.Timeline => View.File.Timeline.Count,
    };

    private async Task OpenAsync(EvidenceTab one)
    {
        tab = one;
        if (one != EvidenceTab.Similar || similar is not null) return;
        var read = await Similar.ReadAsync(View.Case.OrderId, await CurrentActor.GetAsync(), CancellationToken.None);
        similar = read.Done ? read.Value : [];
    }
}
