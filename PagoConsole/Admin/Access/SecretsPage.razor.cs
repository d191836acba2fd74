using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Secrets;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>The secrets that sign: how old each is, when it was last used, which are in use, and how one takes another's place.</summary>
public sealed partial class SecretsPage
{
    private IReadOnlyList<SecretLine> secrets = [];
    private IReadOnlyList<ApiKey> keys = [];

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal SecretList List { get; set; } = default!;

    [Inject]
    internal ApiKeyList Keys { get; set; } = default!;

    [Inject]
    internal EndSecret Ending { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<PagoEfectivoOptions> Gateway { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    /// <summary>The last use, and the end of an overlap, are told by no journal.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(30);

    protected override bool Concerns(JournalEntry entry) =>
        entry.Kind.StartsWith(SecretEvents.Prefix, StringComparison.Ordinal) || entry.Kind.StartsWith("api_key.", StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await List.ReadAsync(viewer, ct);
        if (!read.Done) return read.Refusal;
        secrets = read.Value;
        var now = Time.GetUtcNow();
        keys = [.. (await Keys.ReadAsync(viewer, ct)).Where(key => key.HoldsAt(now))];
        return null;
    }

    private async Task AddAsync(SecretKind kind)
    {
        if (await AddSecretDialog.AskAsync(Dialogs, Text["Secret_Add"], kind) is not { } secret) return;
        await ReloadAsync();
        await OnceDialog.ShowAsync(Dialogs, Text["Secret_Shown"], Text[$"Secret_ShownWhat_{kind}"], secret, Text["Once_Note"]);
    }

    private async Task EndAsync(SecretLine line)
    {
        var question = new NoteQuestion(
            Text["Secret_End_Title", line.Secret.Fingerprint], Text[$"Secret_End_What_{line.Secret.Kind}"], null, Text["Secret_End"], Dangerous: true);
        await NoteDialog.AskAsync(
            Dialogs, question, async _ => (await Ending.RunAsync(line.Secret.SecretId, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal);
        await ReloadAsync();
    }

    private async Task KeepAsync(SecretLine line)
    {
        var kept = await Ending.KeepAsync(line.Secret.SecretId, await CurrentActor.GetAsync(), CancellationToken.None);
        if (kept.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
        await ReloadAsync();
    }
}
