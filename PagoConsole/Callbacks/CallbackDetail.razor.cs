using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;
using PagoConsole.Shared;

namespace PagoConsole.Callbacks;

/// <summary>One delivery: every try with its answer, what was on the wire, and the other deliveries of the same message.</summary>
public sealed partial class CallbackDetail
{
    private CallbackFileView? file;

    [Inject]
    internal IStringLocalizer<CallbacksText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal CallbackList List { get; set; } = default!;

    [Inject]
    internal SendCallbackAgain SendAgain { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Parameter, EditorRequired]
    public required long Id { get; set; }

    [Parameter]
    public bool MaySend { get; set; }

    /// <summary>The address of another delivery.</summary>
    [Parameter, EditorRequired]
    public required Func<long, string> UrlOf { get; set; }

    /// <summary>A new delivery was made.</summary>
    [Parameter]
    public EventCallback OnSent { get; set; }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await List.FileAsync(Id, viewer, ct);
        if (read.Done) file = read.Value;
        return read.Refusal;
    }

    // Who has the address of a buyer's page sees what they see.
    private static string BodyOf(string body) => BuyerPage().Replace(body, "/pay/•••");

    private async Task SendAgainAsync()
    {
        var sent = await SendAgain.RunAsync(file!.Message.MessageId, await CurrentActor.GetAsync(), Ended);
        if (sent.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        else Snackbar.Add(Text["SendAgain_Done"], Severity.Success);
        await OnSent.InvokeAsync();
    }

    [GeneratedRegex("/pay/[A-Za-z0-9]{16,}")]
    private static partial Regex BuyerPage();
}
