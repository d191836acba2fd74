using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Bulk;
using PagoConsole.Core.Review.Effort;
using PagoConsole.Core.Review.Links;
using PagoConsole.Core.Review.Queue;
using PagoConsole.Core.Review.Team;

namespace PagoConsole.Core.Review;

/// <summary>Registers the review desk.</summary>
public static class ReviewRegistration
{
    /// <summary>Adds cases, what people do with them, the queue, and how the team does; section <c>Review</c>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSettings<ReviewOptions>(ReviewOptions.Section)
        .AddSingleton<ClaimCase>()
        .AddSingleton<ReleaseCase>()
        .AddSingleton<TakeOverCase>()
        .AddSingleton<EscalateCase>()
        .AddSingleton<AskMarketplace>()
        .AddSingleton<DecideCase>()
        .AddSingleton<TakeBackDecision>()
        .AddSingleton<SendDecisionNow>()
        .AddSingleton<WarnOfHoldEnd>()
        .AddSingleton<SavedViews>()
        .AddSingleton<OrderLinks>()
        .AddSingleton<RelatedOrders>()
        .AddSingleton<SimilarCases>()
        .AddSingleton<TeamBoard>()
        .AddSingleton<MeasureEffort>()
        .AddSingleton<OpenCases>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<DecideMany>();
}
