using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Start;

/// <summary>What happens between the command and the first request.</summary>
internal static class StartRegistration
{
    /// <summary>Adds the migrations before serving and our own address once we serve; key <c>PublicUrl</c>.</summary>
    public static WebApplicationBuilder AddStart(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<PublicAddressOptions>("");
        builder.Services.AddSingleton<SelfAddress>();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddHostedService<PrepareStore>();
        builder.Services.AddHostedService<FindOwnAddress>();
        return builder;
    }
}
