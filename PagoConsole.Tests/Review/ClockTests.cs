using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

/// <summary>The hold time, its one pause and its warnings.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private readonly ReviewCase held = HeldOrder.Case(Now);

    private DateTimeOffset End { get; } = Now + HeldOrder.Hold;

    [Fact]
    public void The_first_question_stops_the_clock_for_a_day_at_most()
    {
        Assert.Null(held.Ask("Who is this?", Ana, At(3)));

        Assert.Equal((End.AddHours(24), At(27)), (held.HoldUntil, held.PausedUntil));
        Assert.All([At(3), At(15), At(27)], at => Assert.Equal(TimeSpan.FromHours(9), held.LeftAt(at)));
        Assert.Equal(TimeSpan.FromHours(8), held.LeftAt(At(28)));
        Assert.True(held.IsHeldBy(Ana, At(3)));
        Assert.False(held.IsPausedAt(At(27)));
    }

    [Fact]
    public void An_early_answer_lets_the_clock_go_on_where_it_stood()
    {
        held.Ask("Who is this?", Ana, At(3));

        held.InformationReceived(At(5));

        Assert.Equal(End.AddHours(2), held.HoldUntil);
        Assert.Equal(TimeSpan.FromHours(9), held.LeftAt(At(5)));
        Assert.Equal((At(5), null), (held.AnsweredAt, held.InformationRequestedAt));
        Assert.False(held.IsPausedAt(At(5)));
    }

    [Fact]
    public void A_late_answer_gives_no_more_time()
    {
        held.Ask("Who is this?", Ana, At(3));

        held.InformationReceived(At(30));

        Assert.Equal(End.AddHours(24), held.HoldUntil);
        Assert.Equal(TimeSpan.FromHours(6), held.LeftAt(At(30)));
    }

    [Fact]
    public void A_second_question_does_not_stop_it_and_one_at_a_time_is_open()
    {
        held.Ask("Who is this?", Ana, At(3));
        Assert.Equal(RefusalCode.QuestionOpen, held.Ask("And where?", Ana, At(4))!.Code);
        held.InformationReceived(At(5));

        Assert.Null(held.Ask("And where?", Ana, At(6)));

        Assert.Equal(End.AddHours(2), held.HoldUntil);
        Assert.False(held.IsPausedAt(At(6)));
        Assert.Equal(TimeSpan.FromHours(7), held.LeftAt(At(7)));
        Assert.Equal(("And where?", null), (held.Question, held.AnsweredAt));
        held.InformationReceived(At(8));
        Assert.Equal(End.AddHours(2), held.HoldUntil);
    }

    [Fact]
    public void Taking_a_decision_back_leaves_the_answer_to_be_read()
    {
        held.Ask("Who is this?", Ana, At(3));
        held.InformationReceived(At(5));
        held.Decide(Verdict.Approve(), Ana, At(6), TimeSpan.FromSeconds(10));

        held.TakeBack(Ana, At(6));

        Assert.Equal(At(5), held.AnsweredAt);
        held.Decide(Verdict.Approve(), Ana, At(6), TimeSpan.Zero);
        held.Close();
        Assert.Null(held.AnsweredAt);
    }

    [Fact]
    public void Each_warning_is_given_once_when_its_part_has_passed()
    {
        var given = Enumerable.Range(0, 12 * 60 + 1).Select(minute => (minute, Percent: held.Warn(Now.AddMinutes(minute)))).Where(w => w.Percent is not null);

        Assert.Equal([(360, 50), (576, 80), (684, 95)], given.Select(w => (w.minute, w.Percent!.Value)));
        Assert.Null(held.NextWarningAt);
    }

    [Theory]
    [InlineData(9.5, 50, 95)]
    [InlineData(9.7, 80, 95)]
    [InlineData(11.9, 95, null)]
    public void Of_several_that_are_due_only_the_latest_is_told(double hours, int told, int? next)
    {
        Assert.Equal(told, held.Warn(At(hours)));
        Assert.Null(held.Warn(At(hours)));
        Assert.Equal(next, held.Warn(At(13)));
    }

    [Fact]
    public void Warnings_wait_while_the_clock_stands()
    {
        held.Ask("Who is this?", Ana, At(3));
        Assert.Null(held.Warn(At(26)));
        Assert.Equal(At(30), held.NextWarningAt);

        held.InformationReceived(At(5));

        Assert.Equal(At(8), held.NextWarningAt);
        Assert.Equal(50, held.Warn(At(8)));
        Assert.Equal(80, held.Warn(At(12)));
    }

    [Fact]
    public void A_question_after_a_warning_does_not_bring_it_again()
    {
        Assert.Equal(50, held.Warn(At(6)));

        held.Ask("Who is this?", Ana, At(7));
        held.InformationReceived(At(8));

        Assert.Null(held.Warn(At(10)));
        Assert.Equal(80, held.Warn(At(10.7)));
    }

    [Fact]
    public void What_is_decided_needs_no_warning_and_what_is_taken_back_does()
    {
        held.Decide(Verdict.Approve(), Ana, At(6), TimeSpan.FromSeconds(10));
        Assert.Null(held.Warn(At(6)));

        held.TakeBack(Ana, At(6));

        Assert.Equal(50, held.Warn(At(6)));
    }

    [Fact]
    public void Nothing_is_left_after_the_end()
    {
        Assert.Equal(TimeSpan.Zero, held.LeftAt(At(13)));
    }

    private static DateTimeOffset At(double hours) => Now.AddHours(hours);
}
