using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Privacy;

/// <summary>Takes out all that is held on one person. What was gathered stays on this page only, and goes with it.</summary>
public sealed partial class PersonExportPage : IDisposable
{
    private CancellationTokenSource? stop;
    private PersonFile? file;
    private PersonProgress progress = new(0, 0);
    private SoughtBy by;
    private string? typed;
    private string? reason;
    private string? fault;

    [Inject]
    internal IStringLocalizer<PrivacyText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal ExportPerson Export { get; set; } = default!;

    [Inject]
    internal PersonArchive Archive { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal IJSRuntime Js { get; set; } = default!;

    private bool Working => stop is not null;

    public void Dispose() => stop?.Cancel();

    private void Stop() => stop?.Cancel();

    private async Task GatherAsync()
    {
        if (Working) return;
        (file, fault, progress) = (null, null, new PersonProgress(0, 0));
        using var stopping = stop = new CancellationTokenSource();
        try
        {
            var told = new Progress<PersonProgress>(now =>
            {
                progress = now;
                if (now.Done % 20 == 0) _ = InvokeAsync(StateHasChanged);
            });
            var done = await Export.RunAsync(by, typed ?? "", reason ?? "", await CurrentActor.GetAsync(), told, stopping.Token);
            if (done.Done) file = done.Value;
            else fault = FaultOf(done.Refusal!);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            fault = Text["Export_Stopped"];
        }
        finally
        {
            stop = null;
        }
    }

    private string FaultOf(Refusal refusal) => refusal switch
    {
        { Code: RefusalCode.NotFound } => Text["Export_Nobody"],
        { Code: RefusalCode.Invalid, Field: "person" } => Text["Person_Fault"],
        _ => Words.Of(refusal),
    };

    private async Task SaveAsync()
    {
        using var archive = new DotNetStreamReference(Archive.Write(file!));
        await Js.InvokeVoidAsync("pago.save", PersonArchive.NameOf(file!), archive);
    }
}
