using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review.Links;

namespace PagoConsole.Core.Review;

/// <summary>Registers the review desk.</summary>
public static class ReviewRegistration
{
    /// <summary>Adds cases, their decisions and the waiting list; section <c>Review</c>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSettings<ReviewOptions>(ReviewOptions.Section)
        .AddSingleton<DecideCase>()
        .AddSingleton<TakeBackDecision>()
        .AddSingleton<SendDecisionNow>()
        .AddSingleton<OrderLinks>()
        .AddSingleton<RelatedOrders>()
        .AddSingleton<SimilarCases>()
        .AddSingleton<ReviewQueue>();
}
