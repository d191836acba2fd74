namespace PagoConsole.Sandbox.Webhooks;

/// <summary>How the console is told of one event; all but <see cref="Send"/> override the faults in force.</summary>
internal enum WebhookMode
{
    Send,
    Drop,
    Duplicate,
    Late,
    Forged,
}
