using Microsoft.Extensions.Options;
using PagoConsole.Core.PagoEfectivo;
using PagoConsole.Sandbox;

namespace PagoConsole.Hosting;

/// <summary>PagoEfectivo's simulator in this process, while <c>PagoEfectivo:Environment</c> is <c>Embedded</c>; never in Production.</summary>
internal static class EmbeddedSandbox
{
    private const string Key = $"{PagoEfectivoOptions.Section}:{nameof(PagoEfectivoOptions.Environment)}";

    public static WebApplicationBuilder AddEmbeddedSandbox(this WebApplicationBuilder builder)
    {
        // Read before the settings are checked: what is no environment at all is told by that check.
        var named = builder.Configuration[Key];
        var embedded = string.IsNullOrWhiteSpace(named) || string.Equals(named.Trim(), nameof(GatewayEnvironment.Embedded), StringComparison.OrdinalIgnoreCase);
        return embedded && !builder.Environment.IsProduction() ? builder.AddSandbox() : builder;
    }

    public static WebApplication MapEmbeddedSandbox(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<PagoEfectivoOptions>>().Value.Environment == GatewayEnvironment.Embedded) app.MapSandbox();
        return app;
    }
}
