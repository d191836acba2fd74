using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation.Jobs;

namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>Registers the cases of disputes.</summary>
internal static class DisputeRegistration
{
    public static IServiceCollection AddDisputes(this IServiceCollection services) => services
        .AddSingleton<AssignDispute>()
        .AddSingleton<ClassifyDispute>()
        .AddSingleton<PostponeDispute>()
        .AddSingleton<TickProof>()
        .AddSingleton<AttachToDispute>()
        .AddSingleton<TakeDisputeFile>()
        .AddSingleton<HandInProof>()
        .AddSingleton<CloseDispute>()
        .AddSingleton<ReopenDispute>()
        .AddSingleton<DisputeActions>()
        .AddSingleton<DisputeList>()
        .AddSingleton<DisputeBoard>()
        .AddSingleton<DisputeCaseFile>()
        .AddSingleton<WarnOfDisputes>()
        .AddSingleton<IScheduledJob, DisputeWarningsJob>();
}
