using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Reconciliation.Workbooks.Exports;
using PagoConsole.Shared;

namespace PagoConsole.Reconciliation.Workbooks;

/// <summary>Says in the top bar, on whatever page one is, that an export that one asked for is ready; with none it is not there.</summary>
public sealed partial class ExportBell
{
    private OwnWorkbooks own = new(0, []);

    [Inject]
    internal IStringLocalizer<WorkbooksText> Text { get; set; } = default!;

    [Inject]
    internal WorkbookList List { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    private string Label => own.Ready.Count > 0 ? Text["Bell_Ready", own.Ready.Count] : Text["Bell_Making"];

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(WorkbookEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (viewer.May(Permission.SeeMoney)) own = await List.OfAsync(viewer, ct);
        return null;
    }

    protected override async Task OnNewsAsync(JournalNews news)
    {
        var viewer = await CurrentActor.GetAsync();
        foreach (var entry in news.Entries.Where(entry => entry.Kind is WorkbookEvents.Ready or WorkbookEvents.Failed))
            if (Told(entry, "askedBy") == viewer.Signature)
                Tell(entry);
        await ReloadAsync();
    }

    private void Tell(JournalEntry entry)
    {
        var ready = entry.Kind == WorkbookEvents.Ready;
        var name = Told(entry, "fileName") ?? "";
        Snackbar.Add(ready ? Text["Ready_Notice", name] : Text["Failed_Notice", name], ready ? Severity.Success : Severity.Error, options =>
        {
            options.Action = Text["Bell_Open"];
            options.OnClick = _ =>
            {
                Navigation.NavigateTo(ConsoleUrls.Exports());
                return Task.CompletedTask;
            };
        });
    }

    private static string? Told(JournalEntry entry, string name)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return data.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }
}
