using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Lists;
using PagoConsole.Shared;

namespace PagoConsole.Rules;

/// <summary>Puts somebody or something on a list. Stays open with the fault if it cannot be done.</summary>
public sealed partial class AddEntryDialog
{
    private ListEffect effect = ListEffect.Block;
    private ListedKind kind = ListedKind.Account;
    private string value = "";
    private string reason = "";
    private DateOnly? lastDay;
    private Refusal? refusal;
    private bool busy;

    [Inject]
    internal IStringLocalizer<RulesText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal AddToList Add { get; set; } = default!;

    [Inject]
    internal CurrentActor CurrentActor { get; set; } = default!;

    [CascadingParameter]
    internal IMudDialogInstance? Dialog { get; set; }

    /// <summary>What is wrong, told of the field that it is about.</summary>
    private string? Fault => refusal switch
    {
        null => null,
        { Field: "value" } => Text["Add_Fault_value", Text[$"Listed_{kind}"], Text[$"Listed_{kind}_Example"]],
        { Field: "reason" } => Text["Add_Fault_reason"],
        { Field: "expiresAt" } => Text["Add_Fault_expiresAt"],
        var other => Words.Of(other),
    };

    /// <summary>Opens it.</summary>
    /// <returns>Whether something was added.</returns>
    internal static async Task<bool> AskAsync(IDialogService dialogs, string title)
    {
        var shown = await dialogs.ShowAsync<AddEntryDialog>(title, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true });
        return await shown.Result is { Canceled: false };
    }

    private string? Bad(string field) => refusal?.Field == field ? "true" : null;

    private async Task AddAsync()
    {
        if (busy) return;
        busy = true;
        try
        {
            DateTimeOffset? until = lastDay is { } day ? Lima.StartOf(day.AddDays(1)) : null; // the whole of that day
            refusal = (await Add.RunAsync(effect, kind, value, reason, until, await CurrentActor.GetAsync(), CancellationToken.None)).Refusal;
            if (refusal is null) Dialog?.Close(DialogResult.Ok(true));
        }
        finally
        {
            busy = false;
        }
    }
}
