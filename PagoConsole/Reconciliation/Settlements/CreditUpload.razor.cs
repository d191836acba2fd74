using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Reconciliation.Settlements;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Settlements;

/// <summary>Takes bank credits from a file and tells each line that it could not take.</summary>
public sealed partial class CreditUpload
{
    private const int Most = 50;
    private IReadOnlyList<RefusedCredit> refused = [];
    private string? said;
    private string? fault;
    private bool busy;

    [Inject]
    internal IStringLocalizer<SettlementText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal TakeBankCredits Take { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Parameter]
    public EventCallback OnDone { get; set; }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        (said, fault, refused) = (null, null, []);
        if (chosen.File.Size > CreditFile.Largest)
        {
            fault = Text[$"File_{CreditFileFault.Size}"];
            return;
        }

        busy = true;
        try
        {
            await using var stream = chosen.File.OpenReadStream(CreditFile.Largest);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            await UploadAsync(new CreditFile(chosen.File.Name, bytes.ToArray()));
        }
        finally
        {
            busy = false;
        }
    }

    private async Task UploadAsync(CreditFile file)
    {
        var taken = await Take.UploadAsync(file, await CurrentActor.GetAsync(), CancellationToken.None);
        if (taken.Refusal is { } refusal)
        {
            fault = refusal is { Code: RefusalCode.Invalid, Field: { } field } ? Text[$"File_{field}"] : Words.Of(refusal);
            return;
        }

        refused = taken.Value.Refused;
        said = Text["Upload_Done", taken.Value.Read, taken.Value.Taken, taken.Value.AlreadyThere, refused.Count];
        await OnDone.InvokeAsync();
    }
}
