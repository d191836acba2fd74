namespace PagoConsole.Tests.PagoEfectivo;

/// <summary>Answers as contract Rest has them.</summary>
internal static class Payloads
{
    public const string Pending = """
        {"id":"pay_01","order_id":"MP-10001","cip":"00012345678","qr_code":"000201","payment_url":"https://pay.example/pay_01",
         "status":"pending","amount":1299.90,"currency":"PEN","expires_at":"2026-11-23T20:15:03Z","request_id":"req_01"}
        """;

    public const string Paid = """
        {"id":"pay_01","order_id":"MP-10001","cip":"00012345678","qr_code":"000201","payment_url":"https://pay.example/pay_01",
         "status":"paid","amount":"1299.90","currency":"PEN","expires_at":"2026-11-23T20:15:03Z","request_id":"req_02",
         "paid_at":"2026-11-22T15:15:01-05:00","channel":"AGENTE-BCP","transaction_id":"tx_01"}
        """;

    public static string Error(int code, string? field = null) => field is null
        ? $$"""{"code":{{code}},"message":"Rechazado","request_id":"req_err"}"""
        : $$"""{"code":{{code}},"message":"Rechazado","field":"{{field}}","request_id":"req_err"}""";
}
