using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>What is done with a case: reasons, notes, its conclusion, and that its report was handed in.</summary>
public sealed partial class AmlCaseWorkCard
{
    private IReadOnlyList<AmlReason> reasons = [];
    private string note = "";
    private string number = "";
    private DateTime at;
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AmlCaseActions Actions { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AmlCaseView View { get; set; }

    [Parameter]
    public EventCallback OnDone { get; set; }

    private string Id => View.Case.CaseId;

    private string Hours => (View.ReportHours.Value ?? 0).ToString("0", CultureInfo.CurrentCulture);

    protected override void OnInitialized()
    {
        var now = TimeZoneInfo.ConvertTime(Time.GetUtcNow(), Lima.Zone).DateTime;
        at = new DateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0);
    }

    protected override void OnParametersSet() => reasons = View.Case.Reasons;

    private Task ChangeAsync(IReadOnlyList<AmlReason> chosen) => DoAsync(by => Actions.Reasons.RunAsync(Id, chosen, null, by, CancellationToken.None));

    private Task NoteAsync() => DoAsync(by => Actions.Note.RunAsync(Id, note, by, CancellationToken.None));

    private Task ConcludeAsync(bool suspicious) => DoAsync(by => Actions.Conclude.RunAsync(Id, suspicious, note, by, CancellationToken.None));

    // Typed to the minute, in Lima's time.
    private Task ReportAsync() => DoAsync(by => Actions.Report.RunAsync(Id, number, new DateTimeOffset(at, Lima.Zone.GetUtcOffset(at)), note, by, CancellationToken.None));

    private async Task DoAsync(Func<Actor, Task<Result<AmlCase>>> act)
    {
        if (busy) return;
        busy = true;
        try
        {
            var done = await act(await CurrentActor.GetAsync());
            fault = done.Refusal is { } refusal ? FaultOf(refusal) : null;
            if (done.Done) note = "";
        }
        finally
        {
            busy = false;
        }

        await OnDone.InvokeAsync();
    }

    private string FaultOf(Refusal refusal) =>
        refusal is { Code: RefusalCode.Invalid or RefusalCode.NoteNeeded, Field: { } field } && Text[$"Fault_{field}"] is { ResourceNotFound: false } known ? known : Words.Of(refusal);
}
