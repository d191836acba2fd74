using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Shared;

/// <summary>Who did something, from the actor as the journal keeps it: a person, a key, a job or PagoEfectivo.</summary>
public sealed partial class PersonText
{
    [Inject]
    internal IStringLocalizer<SharedText> Text { get; set; } = default!;

    /// <summary><c>person:NAME</c>, <c>key:NAME</c>, <c>job:KEY</c> or <c>pagoefectivo</c>.</summary>
    [Parameter, EditorRequired]
    public required string Actor { get; set; }

    private string Kind => Actor.Split(':', 2)[0];

    private string Rest => Actor.Split(':', 2) is [_, var rest] ? rest : Actor;

    private string Name => Text.ActorOf(Actor);

    private string? PersonName => Kind == "person" ? Rest : ActorWords.PersonInJob(Rest);

    private string? Initials => PersonName is { } name
        ? string.Concat(name.Split([' ', '.', '@'], StringSplitOptions.RemoveEmptyEntries).Take(2).Select(word => char.ToUpperInvariant(word[0])))
        : null;

    private string MachineIcon => Kind switch
    {
        "key" => Icons.Material.Outlined.Storefront,
        "pagoefectivo" => Icons.Material.Outlined.AccountBalance,
        _ => Icons.Material.Outlined.Settings,
    };
}
