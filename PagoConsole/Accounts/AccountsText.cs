namespace PagoConsole.Accounts;

/// <summary>Names the resource triple of the account pages.</summary>
internal sealed class AccountsText;
