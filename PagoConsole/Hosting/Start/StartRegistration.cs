using PagoConsole.Core.Foundation;

namespace PagoConsole.Hosting.Start;

/// <summary>What happens between the command and the first request.</summary>
internal static class StartRegistration
{
    /// <summary>Adds the migrations before serving and our own address once we serve.</summary>
    public static WebApplicationBuilder AddStart(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SelfAddress>();
        builder.Services.AddHostedService<PrepareStore>();
        builder.Services.AddHostedService<RulesAtStart>();
        builder.Services.AddHostedService<FindOwnAddress>();
        builder.Services.AddHostedService<WarnOfDemo>();
        return builder;
    }
}
