using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PagoConsole.Core.Connection;
using PagoConsole.Core.Orders;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Core.Payments;

namespace PagoConsole.Shared;

/// <summary>
/// What PagoEfectivo's support asks for, as one text in English: request_id, time in UTC and code of each call. No secret and nothing of a
/// buyer is in it; of the client ID only the end.
/// </summary>
internal static class SupportText
{
    /// <summary>Every call for an order.</summary>
    public static string Of(string orderId, IReadOnlyList<GatewayCallRow> calls, PagoEfectivoOptions options, DateTimeOffset now)
    {
        var text = Head("calls for an order", options, now).AppendLine(CultureInfo.InvariantCulture, $"order: {orderId}").AppendLine();
        foreach (var call in calls)
            text.AppendLine(Line(call.At, $"{call.Method} {call.Path}", call.Status, call.Code, call.RequestId, call.DurationMs, call.Fault.ToString()));
        return text.ToString();
    }

    /// <summary>Every step of a connection check.</summary>
    public static string Of(IReadOnlyList<ConnectionResult> results, PagoEfectivoOptions options, DateTimeOffset now)
    {
        var text = Head("connection check", options, now).AppendLine();
        foreach (var result in results)
        {
            var details = result.Details.Count == 0 ? result.Finding.ToString() : $"{result.Finding} ({string.Join(", ", result.Details.Select(Invariant))})";
            text.AppendLine(Line(result.At, $"[{result.State}] {result.Step}", result.Status, result.Code, result.RequestId, (long)result.Took.TotalMilliseconds, details));
        }

        return text.ToString();
    }

    private static StringBuilder Head(string what, PagoEfectivoOptions options, DateTimeOffset now) => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"PagoConsole: {what}")
        .AppendLine(CultureInfo.InvariantCulture, $"time (UTC): {Utc(now)}")
        .AppendLine(CultureInfo.InvariantCulture, $"client id: {Masking.Tail(options.ClientId, 3)}")
        .AppendLine(CultureInfo.InvariantCulture, $"environment: {options.Environment}, contract {options.Contract}, host {HostOf(options.BaseUrl)}")
        .AppendLine(CultureInfo.InvariantCulture, $"versions: PagoConsole {CheckConnection.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");

    private static string Line(DateTimeOffset at, string what, int? status, int? code, string? requestId, long ms, string outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Utc(at)}  {what}  status {Or(status)}  code {Or(code)}  request_id {requestId ?? "-"}  {ms} ms  {outcome}");

    private static string Or(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    // The path of an address may hold a token; its host does not.
    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : "embedded";

    private static string Invariant(object detail) => detail switch
    {
        DateTimeOffset instant => Utc(instant),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(detail, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
