using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Reconciliation.Days;
using PagoConsole.Core.Risk;

namespace PagoConsole.Reconciliation.Days;

/// <summary>Says beside a sum in soles by which rate dollars are in it, and of which day that rate is.</summary>
public sealed partial class RateNote
{
    private RiskRates? rates;

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal DatedRate Rate { get; set; } = default!;

    /// <summary>Whether there may be dollars in the sum.</summary>
    [Parameter]
    public bool Foreign { get; set; }

    protected override async Task OnInitializedAsync() => rates = await Rate.ReadAsync(CancellationToken.None);
}
