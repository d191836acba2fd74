using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>What a settlement date means for each seller, the largest first.</summary>
public sealed partial class SellerShares
{
    private const int Most = 100;
    private ImmutableArray<SellerShare>? shares;
    private Refusal? refusal;

    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SellerSettlement Sellers { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DateOnly Date { get; set; }

    [Parameter, EditorRequired]
    public required Currency Currency { get; set; }

    [Parameter, EditorRequired]
    public required SettlementFilter Filter { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var read = await Sellers.ReadAsync(Date, Currency, Filter, await CurrentActor.GetAsync(), CancellationToken.None);
        refusal = read.Refusal;
        if (read.Done) shares = read.Value;
    }

    private Money Of(long minor) => new(minor, Currency);
}
