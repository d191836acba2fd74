using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Review.Team;

namespace PagoConsole.Team;

/// <summary>The figures of a period at a glance.</summary>
public sealed partial class TeamTiles
{
    [Inject]
    internal IStringLocalizer<TeamText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required TeamView View { get; set; }

    /// <summary>Where the decisions stand by person.</summary>
    [Parameter, EditorRequired]
    public required string People { get; set; }

    /// <summary>Where those that were overturned are listed.</summary>
    [Parameter, EditorRequired]
    public required string Overturned { get; set; }

    private static string Number(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
