using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk.Accounts;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Accounts;

/// <summary>All that is known of one account: what is suspicious first, then what it did, where and with what.</summary>
public sealed partial class AccountPage
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private volatile AccountView? view;
    private AccountView? unmasked;
    private DateTimeOffset readAt;
    private bool mayDecide;

    [Inject]
    internal IStringLocalizer<AccountsText> Text { get; set; } = default!;

    [Inject]
    internal AccountFile Files { get; set; } = default!;

    [Parameter]
    public required string AccountId { get; set; }

    private int OpenFlags => view?.Flags.Count(flag => flag.ClearedAt is null) ?? 0;

    /// <summary>Whose order was placed does not stand in the journal, so after any of them the page may look again.</summary>
    protected override bool Concerns(JournalEntry entry) =>
        IsOwn(entry) || entry.Stream == ListEvents.Stream || entry.Kind == OrderEvents.Placed;

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        var read = await Files.ReadAsync(AccountId, viewer, ct);
        if (!read.Done) return read.Refusal;
        (view, mayDecide, readAt) = (Shown(read.Value), viewer.May(Permission.DecideCases), Time.GetUtcNow());
        return view is null ? new Refusal(RefusalCode.NotFound) : null;
    }

    protected override Task OnNewsAsync(JournalNews news) =>
        news.Entries.Any(IsOwn) || Time.GetUtcNow() - readAt >= LookAgain ? ReloadAsync() : Task.CompletedTask;

    private void ShowUnmasked(AccountView whole)
    {
        unmasked = whole;
        view = Shown(view);
    }

    private AccountView? Shown(AccountView? read) => read is not null && unmasked is { } whole && whole.AccountId == read.AccountId
        ? read with { Whole = true, Words = FreeWords.Unmasked, FullName = whole.FullName, Email = whole.Email, Phone = whole.Phone, Document = whole.Document }
        : read;

    private bool IsOwn(JournalEntry entry) =>
        entry.Stream == AccountEvents.StreamOf(AccountId) || (entry.OrderId is { } order && view?.Orders.Any(own => own.OrderId == order) == true);
}
