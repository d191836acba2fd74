using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Tuning.Shadow;

namespace PagoConsole.Core.Risk.Tuning;

/// <summary>Registers the tuning of rules.</summary>
public static class TuningRegistration
{
    /// <summary>Adds drafts, versions and shadows; section <c>Rules</c>.</summary>
    public static IServiceCollection AddTuning(this IServiceCollection services) => services
        .AddSettings<RulesOptions>(RulesOptions.Section)
        .AddSingleton<OpenDraft>()
        .AddSingleton<EditDraft>()
        .AddSingleton<RenameDraft>()
        .AddSingleton<RebaseDraft>()
        .AddSingleton<PublishDraft>()
        .AddSingleton<ApproveDraft>()
        .AddSingleton<ReopenDraft>()
        .AddSingleton<DiscardDraft>()
        .AddSingleton<RestoreVersion>()
        .AddSingleton<PublishDue>()
        .AddSingleton<DraftBook>()
        .AddSingleton<VersionBook>()
        .AddSingleton<RuleHistory>()
        .AddSingleton<ShadowJudge>()
        .AddSingleton<StartShadow>()
        .AddSingleton<StopShadow>()
        .AddSingleton<ShadowBook>();

    /// <summary>Adds what publishes scheduled drafts by itself.</summary>
    public static IServiceCollection AddScheduledPublishing(this IServiceCollection services) => services.AddHostedService<PublishPump>();
}
