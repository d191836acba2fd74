using Microsoft.Extensions.Time.Testing;
using PagoConsole.Core.Review;
using PagoConsole.Core.Review.Links;
using PagoConsole.ReviewQueue.Graph;

namespace PagoConsole.Tests.Components;

public sealed class GraphWordsTests
{
    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_age_and_decision_of_a_similar_case_has_words(string culture)
    {
        using var context = new ConsoleContext(new FakeTimeProvider());
        Cultures.Speak(culture);
        var text = context.Text<GraphText>();
        string[] decisions = [.. Enum.GetNames<ReviewDecision>(), "HoldEnded"];

        Assert.Equal(
            [],
            Enum.GetNames<AccountAge>().Select(age => $"Age_{age}").Concat(decisions.SelectMany(decision => new[] { $"Similar_{decision}", $"Similar_{decision}_What" }))
                .Where(key => text[key].ResourceNotFound));
    }

    [Theory]
    [InlineData("u-77", 7, "u-77")]
    [InlineData("account-4711", 7, "accoun…")]
    public void A_name_that_does_not_fit_is_cut(string name, int letters, string shown) => Assert.Equal(shown, GraphWords.Short(name, letters));
}
