using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Shared;

namespace PagoConsole.Audit;

/// <summary>What of the audit is shown: what it is about, who did it, and when.</summary>
public sealed partial class AuditFilters
{
    [Inject]
    internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    [Inject]
    internal AuditWords Words { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Parameter, EditorRequired]
    public required AuditQuery Query { get; set; }

    /// <summary>Who can be chosen.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<string> People { get; set; }

    private IEnumerable<string> Actors() => Query.Actor is { } chosen && !People.Contains(chosen) ? People.Prepend(chosen) : People;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(ChangeEventArgs chosen) =>
        DateOnly.TryParseExact(chosen.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void ChooseArea(ChangeEventArgs chosen) =>
        Show(Query.First with { Area = Enum.TryParse<AuditArea>(chosen.Value as string, out var area) ? area : null, Kind = null });

    private void ChooseActor(ChangeEventArgs chosen) => Show(Query.First with { Actor = chosen.Value is string { Length: > 0 } actor ? actor : null });

    private void ChooseFrom(ChangeEventArgs chosen) => Show(Query.First with { From = DayOf(chosen) });

    private void ChooseTo(ChangeEventArgs chosen) => Show(Query.First with { To = DayOf(chosen) });

    private void Show(AuditQuery query) => Navigation.NavigateTo(ConsoleUrls.Audit(query));
}
