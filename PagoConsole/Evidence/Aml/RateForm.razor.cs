using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Foundation;
using PagoConsole.Shared;

namespace PagoConsole.Evidence.Aml;

/// <summary>Enters an exchange rate by hand, or many from a file with the columns day, rate, source.</summary>
public sealed partial class RateForm
{
    private const int LargestFile = 512 * 1024;
    private DateOnly day;
    private string rate = "";
    private string source = "";
    private string? fault;
    private string? said;
    private bool busy;

    [Inject]
    internal IStringLocalizer<AmlText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal EnterRates Enter { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    internal TimeProvider Time { get; set; } = default!;

    [Parameter]
    public EventCallback OnDone { get; set; }

    protected override void OnInitialized() => day = Lima.DayOf(Time.GetUtcNow()) is var today ? new DateOnly(today.Year, today.Month, 1) : default;

    private async Task EnterAsync()
    {
        (fault, said) = (null, null);
        if (!decimal.TryParse(rate.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) fault = Text["Fault_rate"];
        else await SendAsync([new RateEntry(day, value, source)]);
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        (fault, said) = (null, null);
        if (chosen.File.Size > LargestFile)
        {
            fault = Text["Fault_file"];
            return;
        }

        await using var stream = chosen.File.OpenReadStream(LargestFile);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        var (entries, badLine) = RateEntry.Read(bytes.ToArray());
        if (badLine is { } line) fault = Text["Fault_line", line];
        else await SendAsync(entries);
    }

    private async Task SendAsync(IReadOnlyList<RateEntry> entries)
    {
        if (busy) return;
        busy = true;
        var done = await Enter.RunAsync(entries, await CurrentActor.GetAsync(), CancellationToken.None);
        busy = false;
        if (done.Refusal is { } refusal)
            fault = refusal is { Code: RefusalCode.Invalid, Field: { } field } && Text[$"Fault_{field}"] is { ResourceNotFound: false } known ? known : Words.Of(refusal);
        else (said, rate) = (Text["Rates_Entered", done.Value], "");
        await OnDone.InvokeAsync();
    }
}
