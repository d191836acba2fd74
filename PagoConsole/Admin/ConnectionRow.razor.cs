using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Connection;
using PagoConsole.Shared;
using static MudBlazor.Icons.Material.Outlined;

namespace PagoConsole.Admin;

/// <summary>One step of a connection check: how it stands, what was found, and what to do next.</summary>
public sealed partial class ConnectionRow
{
    /// <summary>PagoEfectivo's code for a payment that it does not have.</summary>
    private const int NoSuchPayment = 4004;

    [Inject]
    internal IStringLocalizer<ConnectionText> Text { get; set; } = default!;

    [Inject]
    internal BrowserFacts Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public ConnectionStep Step { get; set; }

    /// <summary>What was found; null as long as nothing has been.</summary>
    [Parameter, EditorRequired]
    public required ConnectionResult? Result { get; set; }

    /// <summary>It is being checked at this moment.</summary>
    [Parameter]
    public bool Next { get; set; }

    /// <summary>Whether it is well because PagoEfectivo said that it has no such payment, which looks like a failure.</summary>
    private bool ProvesKeys => Result is { State: ConnectionState.Good, Code: NoSuchPayment };

    private static Tone ToneOf(ConnectionState state) => state switch
    {
        ConnectionState.Good => Tone.Good,
        ConnectionState.Warning => Tone.Waiting,
        ConnectionState.Bad => Tone.Bad,
        ConnectionState.NotApplicable => Tone.Neutral,
    };

    private static string IconOf(ConnectionState state) => state switch
    {
        ConnectionState.Good => CheckCircle,
        ConnectionState.Warning => Warning,
        ConnectionState.Bad => Error,
        ConnectionState.NotApplicable => RemoveCircleOutline,
    };
}
