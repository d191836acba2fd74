using System.Text;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Tests.Marketplace;

public sealed class AnswerExcerptTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData(" \n ", null)]
    [InlineData("no\0stock\r\n", "no stock")]
    public void It_is_text_that_every_database_takes(string answer, string? kept) => Assert.Equal(kept, AnswerExcerpt.Text(Encoding.UTF8.GetBytes(answer)));

    [Fact]
    public void It_is_cut_without_halving_a_sign()
    {
        var kept = AnswerExcerpt.Text(Encoding.UTF8.GetBytes(new string('a', 499) + "🧾 and more"));

        Assert.Equal(new string('a', 499), kept);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_kept_as_such() => Assert.Equal("�", AnswerExcerpt.Text([0xFF]));
}
