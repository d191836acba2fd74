using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Core.Evidence.Signing;
using PagoConsole.Core.Foundation;
using PagoConsole.Evidence.Packs;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Chain;

/// <summary>How well the way of an order is proven, what is missing, and the pack that one hands over.</summary>
public sealed partial class EvidenceCard : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private EvidenceChainView? chain;
    private bool maySeeWhole;
    private string? keyId;

    [Inject]
    internal IStringLocalizer<PackText> Text { get; set; } = default!;

    [Inject]
    internal EvidenceChain Chains { get; set; } = default!;

    [Inject]
    internal InstallationKey Key { get; set; } = default!;

    [Inject]
    internal PackTickets Tickets { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    /// <summary>The order's file; another one means that something happened.</summary>
    [Parameter, EditorRequired]
    public required OrderFileView File { get; set; }

    private string OrderId => File.Order.OrderId;

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var ct = ended.Token;
        var viewer = await CurrentActor.GetAsync();
        maySeeWhole = viewer.May(Permission.SeePersonalData);
        if (chain?.Order.OrderId != OrderId) chain = null;
        var read = await Chains.ReadAsync(OrderId, viewer, whole: false, ct);
        chain = read.Done ? read.Value : null;
        keyId = (await Key.PublicKeysAsync(ct)).FirstOrDefault()?.KeyId; // none before anything was signed
    }

    private Task AskForWholeAsync() => NoteDialog.AskAsync(
        Dialogs,
        new NoteQuestion(Text["Whole_Title"], Text["Whole_What"], Text["Whole_Reason"], Text["Whole_Do"], NoteNeeded: true),
        async reason =>
        {
            var ticket = Tickets.Give(new PackRequest(OrderId, Whole: true, reason), await CurrentActor.GetAsync());
            if (!ticket.Done) return ticket.Refusal;
            Navigation.NavigateTo(ConsoleUrls.PackByTicket(ticket.Value), forceLoad: true);
            Snackbar.Add(Text["Card_Made"], Severity.Info);
            return null;
        });

    private static Tone ToneOf(LinkState state) => state switch
    {
        LinkState.Proven => Tone.Good,
        LinkState.Weak => Tone.Waiting,
        LinkState.Missing => Tone.Bad,
        LinkState.Pending => Tone.Note,
        LinkState.NotNeeded => Tone.Neutral,
    };

    private static string IconOf(LinkState state) => state switch
    {
        LinkState.Proven => Icons.Material.Outlined.Verified,
        LinkState.Weak => Icons.Material.Outlined.GppMaybe,
        LinkState.Missing => Icons.Material.Outlined.GppBad,
        LinkState.Pending => Icons.Material.Outlined.HourglassEmpty,
        LinkState.NotNeeded => Icons.Material.Outlined.HorizontalRule,
    };
}
