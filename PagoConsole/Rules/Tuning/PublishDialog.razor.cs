using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>Publishes a draft: says what will change, takes the reason, and when. Stays open with the fault if it cannot be done.</summary>
public sealed partial class PublishDialog
{
    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm";
    private string comment = "";
    private bool later;
    private DateTime time;
    private Refusal? refusal;
    private bool busy;

    [Inject]
    internal IStringLocalizer<TuningText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal PublishDraft Publish { get; set; } = default!;

    [Inject]
    internal IOptionsMonitor<RulesOptions> Options { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    /// <summary>The draft as the reader looked at it.</summary>
    [Parameter, EditorRequired]
    public required DraftView View { get; set; }

    private IReadOnlyList<RuleChange> Changes => View.Changes;

    private bool Second => Options.CurrentValue.SecondApproval;

    private string Local => time.ToString(LocalFormat, CultureInfo.InvariantCulture);

    private string? Fault => refusal switch
    {
        null => null,
        { Code: RefusalCode.NoteNeeded } => Text["Publish_Fault_comment"],
        { Field: "at" } => Text["Publish_Fault_at"],
        var other => Shared.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>The draft as it is then; null where the reader left it.</returns>
    internal static async Task<RuleDraft?> AskAsync(IDialogService dialogs, string title, DraftView view)
    {
        var parameters = new DialogParameters<PublishDialog> { { dialog => dialog.View, view } };
        var shown = await dialogs.ShowAsync<PublishDialog>(title, parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await shown.Result is { Canceled: false, Data: RuleDraft draft } ? draft : null;
    }

    protected override void OnInitialized()
    {
        var hour = TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Browser.Zone).AddHours(1);
        time = new DateTime(hour.Year, hour.Month, hour.Day, hour.Hour, 0, 0, DateTimeKind.Unspecified).AddHours(hour.Minute == 0 ? 0 : 1);
    }

    private string? Bad(string field) => refusal?.Field == field ? "true" : null;

    private void SetTime(ChangeEventArgs change)
    {
        if (DateTime.TryParseExact(change.Value?.ToString(), [LocalFormat, LocalFormat + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var chosen)) time = chosen;
    }

    private async Task PublishAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            DateTimeOffset? at = later ? new DateTimeOffset(time, Browser.Zone.GetUtcOffset(time)) : null;
            var done = await Publish.RunAsync(View.Draft.DraftId, View.Draft.Revision, comment, at, await CurrentActor.GetAsync(), CancellationToken.None);
            refusal = done.Refusal;
            if (done.Done) Dialog?.Close(DialogResult.Ok(done.Value));
        }
        finally
        {
            busy = false;
        }
    }
}
