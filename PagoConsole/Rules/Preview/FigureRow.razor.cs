using System.Globalization;
using Microsoft.AspNetCore.Components;
using PagoConsole.Core.Risk.BackTest;

namespace PagoConsole.Rules.Preview;

/// <summary>How well the rules do on a part of the orders, before and after a change.</summary>
public sealed partial class FigureRow
{
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter, EditorRequired]
    public required BeforeAfter Of { get; set; }

    private static string Change(double? before, double? after) => $"{Percent(before)} → {Percent(after)}";

    private static string Percent(double? share) => share?.ToString("P1", CultureInfo.CurrentCulture) ?? "–";
}
