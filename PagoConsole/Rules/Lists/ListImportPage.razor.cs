using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Lists;

/// <summary>Puts the lines of a CSV file on the lists: what would come of it is shown first, and one may leave while it is done.</summary>
public sealed partial class ListImportPage
{
    private const int Most = 200;
    private ImportPreview? preview;
    private Actor? by;
    private string? fault;
    private bool busy;
    private int runs;
    private int files;

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<ListsText> Words { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject]
    internal ImportList Import { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    protected override async Task OnInitializedAsync() => by = await CurrentActor.GetAsync();

    /// <summary>What is wrong first: it is what one has to do something about.</summary>
    private IEnumerable<ImportLine> Shown() => preview!.Lines.OrderBy(line => line.Line.Fault is null).ThenBy(line => line.Line.Number).Take(Most);

    private async Task LookAsync(InputFileChangeEventArgs chosen)
    {
        (preview, fault) = (null, null);
        if (chosen.File.Size > ListFile.Largest)
        {
            fault = Words[$"File_{ListFileFault.Size}", ListFile.MostLines];
            return;
        }

        busy = true;
        try
        {
            await using var stream = chosen.File.OpenReadStream(ListFile.Largest);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var read = await Import.PreviewAsync(bytes.ToArray(), await CurrentActor.GetAsync(), CancellationToken.None);
            if (read.Done) preview = read.Value;
            else fault = FaultOf(read.Refusal!);
        }
        finally
        {
            busy = false;
            files++; // the same file, mended, can be chosen again
        }
    }

    private async Task Apply()
    {
        by = await CurrentActor.GetAsync();
        var started = Import.Start(preview!, by);
        if (started.Refusal is { } refusal)
        {
            fault = FaultOf(refusal);
            return;
        }

        (preview, fault) = (null, null);
        runs++;
    }

    private string FaultOf(Refusal refusal) => refusal is { Code: RefusalCode.Invalid, Field: { } field } ? Words[$"File_{field}", ListFile.MostLines] : Shared.Of(refusal);

    private string TitleOf(BatchRun run) => run switch
    {
        { Working: true } => Words["Import_Working", run.Seen, run.Of, run.Did],
        { Failed: true } => Words["Import_Failed", run.Seen, run.Of, run.Did],
        _ when run.Seen < run.Of => Words["Import_Stopped", run.Seen, run.Of, run.Did],
        _ => Words["Import_Done", run.Did, run.Seen - run.Did],
    };
}
