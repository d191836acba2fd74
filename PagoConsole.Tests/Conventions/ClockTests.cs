using System.Text.RegularExpressions;

namespace PagoConsole.Tests.Conventions;

public sealed class ClockTests
{
    [Fact]
    public void Time_comes_from_the_time_provider() =>
        Repository.Program(".cs", ".razor")
            .Matching(new Regex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b|\bEnvironment\.TickCount"))
            .AssertNone("The system clock is read only through TimeProvider.");

    [Fact]
    public void The_database_does_not_tell_the_time() =>
        Repository.Program(".cs")
            .Matching(new Regex(@"CURRENT_TIMESTAMP|clock_timestamp\(\)|datetime\('now|GETDATE\(\)", RegexOptions.IgnoreCase))
            .AssertNone("Instants are written by the program, from TimeProvider.");

    [Fact]
    public void No_analyzer_is_silenced_about_the_clock() =>
        Repository.Program(".cs")
            .Matching(new Regex(@"#pragma warning disable\s+RS0030|SuppressMessage.*RS0030"))
            .Where(finding => !finding.Contains(" // ", StringComparison.Ordinal))
            .AssertNone("RS0030 may be silenced only with a reason beside it.");

    [Fact]
    public void Nothing_sleeps() =>
        Repository.Source(".cs").Where(file => !file.IsIn("PagoConsole.Tests/Conventions"))
            .Matching(new Regex(@"\bThread\.Sleep\("))
            .AssertNone("Await something that is signalled.");
}
