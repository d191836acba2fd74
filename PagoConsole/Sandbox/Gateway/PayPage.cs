using System.Net;
using PagoConsole.Sandbox.Payments;
using PagoConsole.Sandbox.Storage;

namespace PagoConsole.Sandbox.Gateway;

/// <summary>Where a payment's address leads: a counter at which a person can try out paying a code.</summary>
internal static class PayPage
{
    public static void MapPayPage(this IEndpointRouteBuilder app)
    {
        app.MapGet(GatewayEndpoints.Base + "/pay/{cip}", (string cip, SandboxFile file) =>
            file.Read(db => PaymentRows.Named(db, cip)) is { } payment
                ? Results.Content(Html(payment), "text/html; charset=utf-8")
                : Results.NotFound());
        // A button pressed twice is the same money.
        app.MapPost(GatewayEndpoints.Base + "/pay/{cip}", async (string cip, PayPayment pay) =>
        {
            var paid = await pay.RunAsync(cip, new("WEB", TransactionId: "tx_web_" + cip));
            return paid.Payment is { } payment ? Results.Redirect(payment.PaymentUrl) : Results.NotFound();
        });
    }

    private static string Html(SandboxPayment payment)
    {
        var action = payment.Status == PaymentStatus.Pending
            ? """<form method="post"><button>Pagar</button></form>"""
            : payment.ReturnUrl is { } back ? $"""<p><a href="{WebUtility.HtmlEncode(back)}">Volver a la tienda</a></p>""" : "";
        return $"""
            <!doctype html>
            <html lang="es"><head><meta charset="utf-8"><title>PagoEfectivo (simulador)</title></head>
            <body><h1>PagoEfectivo (simulador)</h1>
            <dl><dt>CIP</dt><dd>{payment.Cip}</dd><dt>Monto</dt><dd>{payment.Currency} {WireFormat.Amount(payment.Amount)}</dd>
            <dt>Estado</dt><dd>{payment.Status.OnTheWire()}</dd><dt>Vence</dt><dd>{WireFormat.Instant(payment.ExpiresAt)}</dd></dl>
            {action}</body></html>
            """;
    }
}
