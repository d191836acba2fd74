namespace PagoConsole.Core.Evidence.Aml.Cases;

/// <summary>What is done with a case from first to last, for the one place where all of it is offered.</summary>
/// <param name="Note">What was found out.</param>
/// <param name="Reasons">Why somebody looks into it.</param>
/// <param name="Conclude">Whether it is suspicious.</param>
/// <param name="Report">That the report was handed in.</param>
public sealed record AmlCaseActions(NoteAmlCase Note, ChangeAmlReasons Reasons, ConcludeAmlCase Conclude, ReportAmlCase Report);
