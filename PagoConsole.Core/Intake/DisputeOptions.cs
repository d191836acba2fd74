using System.ComponentModel.DataAnnotations;

namespace PagoConsole.Core.Intake;

/// <summary>Section <c>Disputes</c>.</summary>
public sealed class DisputeOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Disputes";

    /// <summary>Within how many days a dispute is to be answered for which the marketplace gave no date, counted from when it was opened.</summary>
    /// <value>Default 7; 1 to 120.</value>
    [Range(1, 120, ErrorMessage = "takes 1 to 120 days")]
    public int AnswerDays { get; set; } = 7;

    /// <summary>How many hours before that an alarm is raised for a dispute that is not answered yet; at the date itself it is raised again.</summary>
    /// <value>Default 48; 1 to 720.</value>
    [Range(1, 720, ErrorMessage = "takes 1 to 720 hours")]
    public int WarnHours { get; set; } = 48;

    /// <summary>By when a dispute is to be answered for which nobody gave a date.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset openedAt) => openedAt.AddDays(AnswerDays);
}
