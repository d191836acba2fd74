using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.Retention;

namespace PagoConsole.Evidence.Retention;

/// <summary>The retention runs: who confirmed each, and what it erased.</summary>
public sealed partial class RunTable
{
    [Inject]
    internal IStringLocalizer<RetentionText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required IReadOnlyList<RetentionRun> Runs { get; set; }

    private string KindsOf(RetentionRun run) => string.Join(" · ", run.Done.Select(kind => $"{Text[$"Kind_{kind.Key}"]}: {Number(kind.Value)}"));

    private static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
