using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.People;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Shared;

namespace PagoConsole.Admin.Access;

/// <summary>Who signed in and who was not let in: when, from where, how, and why not.</summary>
public sealed partial class SignInsPage
{
    private SignInPage page = new([], null);
    private SignInFilter filter = new();

    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal SignInList List { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "refused")]
    public bool Refused { get; set; }

    [SupplyParameterFromQuery(Name = "person")]
    public string? PersonId { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    public long? BeforeMs { get; set; }

    protected override bool Concerns(JournalEntry entry) => entry.Kind is PersonEvents.SignedIn or PersonEvents.Refused;

    protected override Task OnParametersSetAsync()
    {
        filter = new SignInFilter(Refused, string.IsNullOrEmpty(PersonId) ? null : PersonId);
        return base.OnParametersSetAsync();
    }

    protected override async Task<Refusal?> LoadAsync(Actor viewer, CancellationToken ct)
    {
        DateTimeOffset? before = BeforeMs is { } ms and >= 0 and < 253_402_300_800_000 ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
        var read = await List.ReadAsync(filter, before, viewer, ct);
        if (read.Done) page = read.Value;
        return read.Refusal;
    }

    private List<FilterChip> Chips()
    {
        List<FilterChip> chips =
        [
            new(Text["SignIns_All"], ConsoleUrls.SignIns(person: filter.PersonId), !filter.Refused),
            new(Text["SignIns_Refused"], ConsoleUrls.SignIns(true, filter.PersonId), filter.Refused),
        ];
        if (filter.PersonId is not null)
            chips.Add(new(page.Lines.FirstOrDefault()?.Person ?? Text["SignIns_OnePerson"], ConsoleUrls.SignIns(filter.Refused), true));
        return chips;
    }

    private static Tone ToneOf(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => Tone.Good,
        SignInOutcome.CodeAsked => Tone.Note,
        SignInOutcome.LockedOut or SignInOutcome.TooMany => Tone.Bad,
        SignInOutcome.UnknownPerson or SignInOutcome.WrongPassword or SignInOutcome.WrongCode or SignInOutcome.Disabled
            or SignInOutcome.NoRole or SignInOutcome.NotLinked or SignInOutcome.ProviderFailed => Tone.Waiting,
    };

    private static string IconOf(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.SignedIn => Icons.Material.Outlined.CheckCircle,
        SignInOutcome.CodeAsked => Icons.Material.Outlined.Pin,
        SignInOutcome.LockedOut or SignInOutcome.TooMany => Icons.Material.Outlined.Lock,
        SignInOutcome.UnknownPerson or SignInOutcome.WrongPassword or SignInOutcome.WrongCode or SignInOutcome.Disabled
            or SignInOutcome.NoRole or SignInOutcome.NotLinked or SignInOutcome.ProviderFailed => Icons.Material.Outlined.DoNotDisturbOn,
    };
}
