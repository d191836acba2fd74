namespace PagoConsole.Team;

/// <summary>Names the resource triple of the team's figures.</summary>
internal sealed class TeamText;
