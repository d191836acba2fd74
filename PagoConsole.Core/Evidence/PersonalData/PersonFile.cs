using System.Text.Json.Nodes;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>All that is held on one person.</summary>
/// <param name="At">When it was put together.</param>
/// <param name="By">By what they were found.</param>
/// <param name="Orders">Their orders, each with all that belongs to it, newest first.</param>
/// <param name="Accounts">Their accounts: logins, flags.</param>
/// <param name="Lists">Entries of lists that name them.</param>
/// <param name="Colleague">What is held on them as somebody who works with the console.</param>
/// <param name="Seen">Who saw their data, when and why.</param>
/// <param name="Files">Files handed in about them.</param>
/// <param name="Cut">There are more orders than one file takes.</param>
public sealed record PersonFile(
    DateTimeOffset At, SoughtBy By, JsonArray Orders, JsonArray Accounts, JsonArray Lists, JsonArray Colleague, JsonArray Seen, IReadOnlyList<PersonAttachment> Files, bool Cut);

/// <summary>A file that somebody handed in.</summary>
/// <param name="Name">Its name, with the order before it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PersonAttachment(string Name, byte[] Content);

/// <summary>How far the gathering has come.</summary>
/// <param name="Done">Orders read.</param>
/// <param name="Of">Orders found.</param>
public sealed record PersonProgress(int Done, int Of);
