namespace PagoConsole.Core.Evidence.Disputes;

/// <summary>What is done with a dispute from first to last, for the one place where all of it is offered.</summary>
/// <param name="Assign">Who works on it.</param>
/// <param name="Classify">What it is about.</param>
/// <param name="Postpone">By when.</param>
/// <param name="HandIn">What was handed in.</param>
/// <param name="Close">How it ended.</param>
/// <param name="Reopen">It had not ended after all.</param>
public sealed record DisputeActions(AssignDispute Assign, ClassifyDispute Classify, PostponeDispute Postpone, HandInProof HandIn, CloseDispute Close, ReopenDispute Reopen);
