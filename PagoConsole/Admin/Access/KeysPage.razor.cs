using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>The marketplace's keys: what each may do, when it was last used, and how one takes another's place.</summary>
public sealed partial class KeysPage
{
    private IReadOnlyList<ApiKey> keys = [];

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal ApiKeyList List { get; set; } = default!;

    [Inject]
    internal RevokeApiKey Revoking { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<MarketplaceOptions> Options { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    /// <summary>The last use is told by no journal.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(30);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith("api_key.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (!viewer.May(Permission.ManageAccess)) return new Refusal(RefusalCode.NotAllowed);
        keys = await List.ReadAsync(viewer, ct);
        return null;
    }

    private async Task IssueAsync()
    {
        if (await IssueKeyDialog.AskAsync(Dialogs, Text["Key_Issue"]) is { } issued) await ShowAsync(issued);
    }

    private async Task RotateAsync(ApiKey key)
    {
        if (await RotateKeyDialog.AskAsync(Dialogs, Text["Act_Rotate"], key) is { } issued) await ShowAsync(issued);
    }

    private async Task RevokeAsync(ApiKey key)
    {
        var question = new NoteQuestion(Text["Act_Revoke_Title", key.Name], Text["Act_Revoke_What", key.Prefix], null, Text["Act_Revoke"], Dangerous: true);
        await NoteDialog.AskAsync(
            Dialogs, question, async _ => (await Revoking.RunAsync(key.KeyId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        await ReloadAsync();
    }

    private async Task ShowAsync(IssuedKey issued)
    {
        await ReloadAsync();
        await OnceDialog.ShowAsync(Dialogs, Text["Key_Shown", issued.Key.Name], Text["Key_ShownWhat"], issued.Secret, Text["Once_Note"]);
    }
}
