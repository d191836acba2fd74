using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Rules;
using PagoConsole.Shared;

namespace PagoConsole.Accounts;

/// <summary>Finds accounts by whatever one knows of them.</summary>
public sealed partial class AccountsPage
{
    private IReadOnlyList<AccountHit> hits = [];
    private string? search;

    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<RulesText> Rules { get; set; } = default!;

    [Inject]
    internal AccountSearch Accounts { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>A search is of one moment: rows that come and go by themselves would only disturb.</summary>
    protected override bool Concerns(JournalEntry entry) => false;

    protected override Task OnParametersSetAsync()
    {
        search = string.IsNullOrWhiteSpace(Query) ? null : Query.Trim();
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        if (search is null)
        {
            hits = [];
            return null;
        }

        var found = await Accounts.ReadAsync(search, viewer, ct);
        if (found.Done) hits = found.Value;
        return found.Refusal;
    }

    private void Search(string? text) => Navigation.NavigateTo(ConsoleUrls.Accounts(text));
}
