using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Outbox;
using PagoConsole.Shared;

namespace PagoConsole.Orders;

/// <summary>What the marketplace was told about an order, and whether it took it.</summary>
public sealed partial class CallbacksCard
{
    private bool maySend;

    [Inject]
    internal IStringLocalizer<OrdersText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SendCallbackAgain SendAgain { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override async Task OnInitializedAsync() => maySend = (await CurrentActor.GetAsync()).May(Permission.ManageJobs);

    private bool IsLast(OutboxMessage message) => !File.Callbacks.Any(other => other.MessageId == message.MessageId && other.Delivery > message.Delivery);

    private static Tone ToneOf(OutboxState state) => state switch
    {
        OutboxState.Waiting => Tone.Note,
        OutboxState.Delivered => Tone.Good,
        OutboxState.Parked => Tone.Bad,
    };

    private static string IconOf(OutboxState state) => state switch
    {
        OutboxState.Waiting => Icons.Material.Outlined.HourglassEmpty,
        OutboxState.Delivered => Icons.Material.Outlined.CheckCircle,
        OutboxState.Parked => Icons.Material.Outlined.ReportGmailerrorred,
    };

    private async Task SendAgainAsync(OutboxMessage message)
    {
        var result = await SendAgain.RunAsync(message.MessageId, await CurrentActor.GetAsync(), CancellationToken.None);
        if (result.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await OnDone.InvokeAsync();
    }
}
