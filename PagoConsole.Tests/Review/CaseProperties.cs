using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Review;
using static PagoConsole.Tests.Review.Reviewer;

namespace PagoConsole.Tests.Review;

/// <summary>Whatever people, the marketplace and the clock do with a case, in whatever order.</summary>
public sealed class CaseProperties
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Undo = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = HeldOrder.Hold + ReviewCase.LongestPause;

    /// <summary>What can happen next.</summary>
    public enum Move
    {
        Claim, Release, TakeOver, Escalate, Ask, Answer, Approve, Reject, TakeBack, SendNow, Warn,
    }

    [Property(Replay = "(20261122,7)", MaxTest = 1000)]
    public Property The_stock_is_never_held_longer_than_the_hold_and_one_day() => Prop.ForAll(
        Days(),
        steps =>
        {
            var day = new Day();
            day.Play(steps);
            day.PassTo(Start + Longest);
            return (day.ClosedAt is { } closed && closed <= Start + Longest).Label($"closed at {day.ClosedAt}, held until {day.Held.HoldUntil}");
        });

    [Property(Replay = "(20261122,11)", MaxTest = 1000)]
    public Property Nobody_decides_what_another_has_in_hand_or_decided_or_approved_first() => Prop.ForAll(
        Days(),
        steps =>
        {
            var day = new Day();
            day.Play(steps);
            return (day.Wrongs.Count == 0).Label(string.Join("; ", day.Wrongs));
        });

    [Property(Replay = "(20261122,9)", MaxTest = 1000)]
    public Property Warnings_only_rise_and_come_before_the_end() => Prop.ForAll(
        Days(),
        steps =>
        {
            var day = new Day();
            day.Play(steps);
            return (day.Warned.SequenceEqual(day.Warned.Distinct().Order()) && day.Warned.All(percent => percent is 50 or 80 or 95)).Label(string.Join(',', day.Warned));
        });

    private static Arbitrary<List<Step>> Days() => ArbMap.Default.ArbFor<List<(Move, byte, byte)>>()
        .Convert(
            raw => raw.ConvertAll(r => new Step(r.Item1, r.Item2 % 3, TimeSpan.FromMinutes(r.Item3 % 4 == 0 ? r.Item3 * 3 : r.Item3 / 16))),
            steps => steps.ConvertAll(s => (s.Move, (byte)s.Who, (byte)0)));

    /// <summary>After some time, somebody does something.</summary>
    public sealed record Step(Move Move, int Who, TimeSpan After);

    /// <summary>A case that needs two, and the pump that carries out what is due.</summary>
    private sealed class Day
    {
        private static readonly Actor[] People = [Ana, Beto, Lucia];
        private DateTimeOffset now = Start;

        public ReviewCase Held { get; } = HeldOrder.Case(Start, needsSecond: true);

        public DateTimeOffset? ClosedAt { get; private set; }

        public List<string> Wrongs { get; } = [];

        public List<int> Warned { get; } = [];

        public void Play(IEnumerable<Step> steps)
        {
            foreach (var step in steps)
            {
                PassTo(now + step.After);
                if (ClosedAt is not null) return;
                Take(step.Move, People[step.Who]);
            }
        }

        /// <summary>Time passes; the pump comes by exactly when something is due.</summary>
        public void PassTo(DateTimeOffset until)
        {
            while (ClosedAt is null && Due() is { } due && due <= until)
            {
                now = due > now ? due : now;
                if (Held.State != ReviewState.Decided) Assert.Null(Held.Decide(Verdict.Reject(null), Clock, now, TimeSpan.Zero));
                Held.Close();
                ClosedAt = now;
            }

            now = until;
        }

        private DateTimeOffset? Due() => Held.State == ReviewState.Decided ? Held.EffectiveAt : Held.HoldUntil;

        private void Take(Move move, Actor who)
        {
            var (holder, first, before) = (Held.HolderAt(now), Held.FirstApproval, Held.State);
            var refusal = move switch
            {
                Move.Claim => Held.Claim(who, now),
                Move.TakeOver => who == Lucia ? Held.TakeOver(who, now) : null,
                Move.Escalate => Held.Escalate("Look", who, now),
                Move.Ask => Held.Ask("Who?", who, now),
                Move.Approve => Held.Decide(Verdict.Approve(), who, now, Undo),
                Move.Reject => Held.Decide(Verdict.Reject("other"), who, now, Undo),
                Move.TakeBack => Held.TakeBack(who, now),
                Move.SendNow => Held.Hasten(who, now),
                Move.Release or Move.Answer or Move.Warn => Other(move, who),
                _ => throw new ArgumentOutOfRangeException(nameof(move)),
            };
            if (refusal is not null || move is not (Move.Approve or Move.Reject)) return;
            if (holder is not null && holder != who.Signature) Wrongs.Add($"{who.Name} decided what {holder} had");
            if (before == ReviewState.Decided) Wrongs.Add($"{who.Name} decided again");
            if (move == Move.Approve && Held.State == ReviewState.Decided && (first is null || first == who.Signature)) Wrongs.Add($"{who.Name} approved alone");
            if (Held.EscalatedAt is not null && who != Lucia) Wrongs.Add($"{who.Name} decided for the lead");
        }

        private Refusal? Other(Move move, Actor who)
        {
            if (move == Move.Release) Held.Release(who, now);
            else if (move == Move.Answer && Held.InformationRequestedAt is not null) Held.InformationReceived(now);
            else if (move == Move.Warn && Held.HoldUntil > now && Held.Warn(now) is { } percent) Warned.Add(percent);
            return null;
        }
    }
}
