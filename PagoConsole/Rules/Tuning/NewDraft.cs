using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Shared;

namespace PagoConsole.Rules.Tuning;

/// <summary>Leads into a draft of one's own: the one that is open, or a new one.</summary>
internal static class NewDraft
{
    /// <summary>Goes there; gives the refusal if that cannot be.</summary>
    public static async Task<Refusal?> GoAsync(
        OpenDraft open, bool another, string? rule, CurrentActor current, IStringLocalizer<TuningText> text, TimeProvider time, NavigationManager navigation)
    {
        var by = await current.GetAsync();
        var draft = await open.RunAsync(TitleOf(by, text, time), another, by, CancellationToken.None);
        if (draft.Done) navigation.NavigateTo(ConsoleUrls.RuleDraft(draft.Value.DraftId, rule));
        return draft.Refusal;
    }

    /// <summary>What a draft of somebody's is called until they call it something else.</summary>
    public static string TitleOf(Actor by, IStringLocalizer<TuningText> text, TimeProvider time)
    {
        var title = text["Draft_Title", by.Name, Lima.DayOf(time.GetUtcNow()).ToString("M", CultureInfo.CurrentCulture)].Value;
        return title[..Math.Min(title.Length, RuleDraft.LongestTitle)];
    }
}
