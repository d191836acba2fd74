using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Core.Risk.Tuning.Shadow;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>The draft on live orders in shadow: starting and stopping it, and what it said.</summary>
public sealed partial class ShadowCard
{
    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal StartShadow Start { get; set; } = default!;

    [Inject]
    internal StopShadow Stop { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required RuleDraft Draft { get; set; }

    /// <summary>Its latest shadow; null where it never was in one.</summary>
    [Parameter]
    public ShadowComparison? Compared { get; set; }

    [Parameter]
    public bool MayChange { get; set; }

    /// <summary>It changes nothing, so a shadow would say nothing.</summary>
    [Parameter]
    public bool Nothing { get; set; }

    /// <summary>It was started or stopped.</summary>
    [Parameter]
    public EventCallback OnDone { get; set; }

    private bool Running => Compared is { Run.EndedAt: null };

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private async Task StartAsync() => await ToldAsync((await Start.RunAsync(Draft.DraftId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);

    private async Task StopAsync() => await ToldAsync((await Stop.RunAsync(Draft.DraftId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);

    private Task ToldAsync(Refusal? refusal)
    {
        if (refusal is not null) Snackbar.Add(Shared.Of(refusal), Severity.Error);
        return OnDone.InvokeAsync();
    }
}
