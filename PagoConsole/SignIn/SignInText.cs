namespace PagoConsole.SignIn;

/// <summary>Names the resource triple of the pages before anybody is signed in.</summary>
internal sealed class SignInText;
