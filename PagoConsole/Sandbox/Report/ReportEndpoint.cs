using System.Globalization;
using System.Text;
using PagoConsole.Sandbox.Gateway;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Report;

/// <summary>A business day as CSV: streamed from what moved, or the text that was put in its place.</summary>
internal static class ReportEndpoint
{
    private const int PageSize = 2000;

    public static Task<IResult> RunAsync(HttpContext http, SandboxFile file)
    {
        if (LimaDay.Parse(http.Request.Query["date"]) is not { } day)
            return Task.FromResult(GatewayAnswers.Refuse(http, GatewayError.Invalid("must be a day as YYYY-MM-DD", "date")));

        var replaced = file.Read(db => ReportRows.Replacement(db, day));
        var (count, last) = replaced is { } text ? (text.Rows, 0) : file.Read(db => ReportRows.Measure(db, day));
        http.Response.Headers["X-Row-Count"] = count.ToString(CultureInfo.InvariantCulture);
        return Task.FromResult(Results.Stream(
            body => replaced is { } csv
                ? body.WriteAsync(Encoding.UTF8.GetBytes(csv.Csv), http.RequestAborted).AsTask()
                : WriteAsync(body, file, day, last, http.RequestAborted),
            "text/csv; charset=utf-8"));
    }

    private static async Task WriteAsync(Stream body, SandboxFile file, DateOnly day, long last, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(ReportLine.Header);
        var after = 0L;
        while (file.Read(db => ReportRows.Page(db, day, after, last, PageSize)) is { Count: > 0 } page)
        {
            after = page[^1].Number;
            foreach (var line in page) await writer.WriteLineAsync(line.Text().AsMemory(), ct);
        }
    }
}
