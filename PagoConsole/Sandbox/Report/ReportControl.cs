using Microsoft.AspNetCore.Mvc;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Report;

/// <summary>Puts a text in the place of a day's report; without a text the simulator's own truth is reported again.</summary>
internal static class ReportControl
{
    public static void MapReportControl(this IEndpointRouteBuilder sandbox) =>
        sandbox.MapPut("/report", ReplaceAsync).WithMetadata(new DisableRequestSizeLimitAttribute());

    private static async Task<IResult> ReplaceAsync(HttpContext http, SandboxFile file)
    {
        var (body, refusal) = await ControlBody.ReadAsync<Replacement>(http);
        if (refusal is not null) return refusal;
        if (LimaDay.Parse(body.Date) is not { } day) return ControlBody.Refuse(http, "date", "must be a day as YYYY-MM-DD");

        var rows = body.RowCount ?? CountRecords(body.Csv);
        if (body.Csv is { } csv) await file.WriteAsync(db => ReportRows.Replace(db, day, csv, rows));
        else await file.WriteAsync(db => ReportRows.Restore(db, day));
        return Results.Json(new { body.Date, RowCount = rows }, WireFormat.CamelCase);
    }

    /// <summary>Records after the first line; a line break inside quotes ends none, an empty line is none.</summary>
    public static long CountRecords(string? csv)
    {
        var records = 0L;
        var (quoted, empty) = (false, true);
        foreach (var character in csv ?? "")
        {
            if (character == '"') quoted = !quoted;
            if (character == '\n' && !quoted)
            {
                if (!empty) records++;
                empty = true;
            }
            else if (character != '\r')
            {
                empty = false;
            }
        }
        if (!empty) records++;
        return Math.Max(0, records - 1);
    }

    private sealed record Replacement
    {
        public string? Date { get; init; }

        public string? Csv { get; init; }

        /// <summary>What the header is to say instead of the truth.</summary>
        public long? RowCount { get; init; }
    }
}
