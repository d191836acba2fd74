using PagoConsole.Hosting.Commands;

namespace PagoConsole.Tests.Hosting;

public sealed class VerbArgumentsTests
{
    [Fact]
    public void Options_of_the_verb_and_settings_are_told_apart()
    {
        var arguments = VerbArguments.Parse(["--order", "MP-1", "--Storage:Provider=Postgres", "--environment", "Production"], "order");

        Assert.Equal("MP-1", arguments["order"]);
        Assert.Equal(["--Storage:Provider=Postgres", "--environment=Production"], arguments.Settings);
    }

    [Theory]
    [InlineData("MP-1")]
    [InlineData("--order")]
    [InlineData("--order=")]
    [InlineData("--order", "--Storage:Provider=Postgres")]
    [InlineData("--order", "A", "--order", "B")]
    [InlineData("--pack", "x.zip")]
    public void What_is_not_understood_is_refused(params string[] args) =>
        Assert.Throws<UsageException>(() => VerbArguments.Parse(args, "order"));
}
