using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>What can be done about somebody.</summary>
public enum UserAct
{
    Roles,
    ResetPassword,
    ResetSecondFactor,
    SignOut,
    Disable,
    Enable,
}

/// <summary>The people who work with the console, and what those who manage access do with them.</summary>
public sealed partial class UsersPage
{
    private IReadOnlyList<PersonLine> people = [];
    private string? own;

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<SharedText> Words { get; set; } = default!;

    [Inject]
    internal PeopleList List { get; set; } = default!;

    [Inject]
    internal ResetPassword Passwords { get; set; } = default!;

    [Inject]
    internal ResetSecondFactor Factors { get; set; } = default!;

    [Inject]
    internal SignOutEverywhere Sessions { get; set; } = default!;

    [Inject]
    internal DisablePerson Disabling { get; set; } = default!;

    [Inject]
    internal PublicAddress Address { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    [Inject]
    internal ISnackbar Snackbar { get; set; } = default!;

    /// <summary>A lock ends by itself.</summary>
    protected override TimeSpan Beat { get; } = TimeSpan.FromSeconds(30);

    protected override bool Concerns(JournalEntry entry) => entry.Kind.StartsWith(PersonEvents.Prefix, StringComparison.Ordinal);

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        own = viewer.Id;
        var read = await List.ReadAsync(viewer, ct);
        if (read.Done) people = read.Value;
        return read.Refusal;
    }

    private async Task InviteAsync()
    {
        if (await InviteDialog.AskAsync(Dialogs, Text["Invite"]) is not { } link) return;
        await ReloadAsync();
        await ShowLinkAsync(link, Text["Link_Invited"]);
    }

    private async Task ActAsync(PersonLine person, UserAct act)
    {
        var by = await CurrentActor.GetAsync();
        switch (act)
        {
            case UserAct.Roles:
                await RolesDialog.AskAsync(Dialogs, Text["Roles"], person);
                break;
            case UserAct.ResetPassword:
                await ResetPasswordAsync(person, by);
                break;
            case UserAct.ResetSecondFactor:
                await AskAsync(person, act, () => Factors.RunAsync(person.Id, by, CancellationToken.None));
                break;
            case UserAct.SignOut:
                await AskAsync(person, act, () => Sessions.RunAsync(person.Id, by, CancellationToken.None));
                break;
            case UserAct.Disable:
                await AskAsync(person, act, () => Disabling.RunAsync(person.Id, by, CancellationToken.None));
                break;
            case UserAct.Enable:
                var enabled = await Disabling.EnableAsync(person.Id, by, CancellationToken.None);
                if (enabled.Refusal is { } refusal) Snackbar.Add(Words.Of(refusal), Severity.Error);
                break;
        }

        await ReloadAsync();
    }

    private async Task ResetPasswordAsync(PersonLine person, Actor by)
    {
        MadeLink? link = null;
        await AskAsync(person, UserAct.ResetPassword, async () =>
        {
            var made = await Passwords.RunAsync(person.Id, by, CancellationToken.None);
            if (made.Refusal is { } refusal) return refusal;
            link = made.Value;
            return default(Unit);
        });
        if (link is not null) await ShowLinkAsync(link, Text["Link_Reset", person.Name]);
    }

    private Task<bool> AskAsync(PersonLine person, UserAct act, Func<Task<Result<Unit>>> run) => NoteDialog.AskAsync(
        Dialogs,
        new NoteQuestion(Text[$"Act_{act}_Title", person.Name], Text[$"Act_{act}_What"], null, Text[$"Act_{act}"], Dangerous: true),
        async _ => (await run()).Refusal);

    private Task ShowLinkAsync(MadeLink link, string title) => OnceDialog.ShowAsync(
        Dialogs,
        title,
        Text["Link_What"],
        new Uri(Address.Root, ConsoleUrls.Welcome(link.Token).TrimStart('/')).ToString(),
        Text["Link_Note", (int)PersonLink.Lifetime.TotalHours]);
}
