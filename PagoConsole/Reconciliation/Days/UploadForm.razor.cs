using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Days;

/// <summary>Hands in a report by hand, for a day of which none can be pulled: CSV or Excel. The file is copied here first, then taken in in the background.</summary>
public sealed partial class UploadForm : IDisposable
{
    private const long Largest = 1L << 30;
    private double? copied;
    private bool otherDays;
    private string? fault;
    private CancellationTokenSource? stop;

    [Inject]
    internal IStringLocalizer<DaysText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal DayWork Work { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter, EditorRequired]
    public required DateOnly Day { get; set; }

    /// <summary>The day's last run.</summary>
    [Parameter]
    public string? Before { get; set; }

    /// <summary>It is being taken in.</summary>
    [Parameter]
    public EventCallback OnStarted { get; set; }

    public void Dispose()
    {
        stop?.Cancel();
        stop?.Dispose();
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        fault = null;
        if (chosen.File.Size is 0 or > Largest)
        {
            fault = Text[chosen.File.Size == 0 ? "Upload_Empty" : "Upload_TooLarge"];
            return;
        }

        stop?.Dispose();
        stop = new CancellationTokenSource();
        FileStream? file = new(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await CopyAsync(chosen.File, file, stop.Token);
            file.Position = 0;
            if (Work.Upload(Day, chosen.File.Name, file, otherDays, await CurrentActor.GetAsync(), Before) is { } refusal) fault = Words.Of(refusal);
            else file = null; // it is the work's from here on
        }
        catch (Exception broken) when (broken is OperationCanceledException or IOException)
        {
            fault = Text["Upload_Stopped"];
        }
        finally
        {
            copied = null;
            if (file is not null) await file.DisposeAsync();
        }

        if (fault is null) await OnStarted.InvokeAsync();
    }

    private async Task CopyAsync(IBrowserFile from, FileStream to, CancellationToken ct)
    {
        await using var source = from.OpenReadStream(Largest, ct);
        var buffer = new byte[128 * 1024];
        long done = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, ct)) > 0)
        {
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            var before = copied;
            copied = (double)(done += read) / from.Size;
            if (before is null || copied - before >= 0.01) StateHasChanged();
        }
    }
}
