using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Core.Risk.Tuning;
using PagoConsole.Rules.Tuning;
using PagoConsole.Tests.Risk.Tuning;

namespace PagoConsole.Tests.Components.Tuning;

/// <summary>The pages about drafts and versions, over drafts that were really made.</summary>
public abstract class TuningPageTest : PageTest
{
    private protected const string Amount = "#new-account-high-value-1-fromPen";
    private protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected static Actor Rosa { get; } = Person("rosa");

    private protected async Task<RuleDraft> DraftAsync(params RuleChange[] changes)
    {
        var draft = (await Get<OpenDraft>().RunAsync("Lower the limit", true, Rosa, Ct)).Value;
        return changes.Length == 0 ? draft : (await Get<EditDraft>().RunAsync(draft.DraftId, draft.Revision, changes, Rosa, Ct)).Value;
    }

    private protected async Task<RuleDraft> PublishedAsync(params RuleChange[] changes)
    {
        var draft = await DraftAsync(changes);
        return (await Get<PublishDraft>().RunAsync(draft.DraftId, draft.Revision, "Fraud wave", null, Rosa, Ct)).Value;
    }

    private protected IRenderedComponent<PageInFrame<DraftPage>> ShowDraft(string draftId, Role role = Role.Admin, string? rule = SomeRules.HighValue)
    {
        var page = Show<DraftPage>(role, $"/rules/draft/{draftId}?rule={rule}", (nameof(DraftPage.DraftId), draftId));
        page.WaitForAssertion(() => page.Find("#changes"), Patience);
        return page;
    }

    private protected async Task<string?> ValueAsync(string draftId, string setting = "fromPen") =>
        RuleChanges.ValueIn((await Get<DraftBook>().ReadAsync(draftId, Rosa, Ct)).Value.Set, SomeRules.HighValue, 1, setting);

    private protected static IElement Button<TPage>(IRenderedComponent<PageInFrame<TPage>> page, string words)
        where TPage : IComponent => page.FindAll("button").Last(button => button.TextContent.Trim() == words);
}
