namespace PagoConsole.Sandbox.Faults;

/// <summary>What is to go wrong from now on; rates are shares from 0 to 1. What a request leaves out is off.</summary>
internal sealed record FaultSettings
{
    /// <summary>Gateway calls that are answered later than any caller waits; the work may be done or not.</summary>
    public double TimeoutRate { get; init; }

    /// <summary>Gateway calls that are answered with 5000 or 5030.</summary>
    public double ErrorRate { get; init; }

    /// <summary>Pause before each gateway call, in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>Events of which the console never hears.</summary>
    public double DropWebhooks { get; init; }

    /// <summary>Events that are delivered twice.</summary>
    public double DuplicateWebhooks { get; init; }

    /// <summary>Events that are held back so that later ones overtake them.</summary>
    public double ReorderWebhooks { get; init; }

    /// <summary>Answers every gateway call with 5030, as in maintenance.</summary>
    public bool Unavailable { get; init; }

    /// <summary>Answers every gateway call with this code of PagoEfectivo's.</summary>
    public int? AnswerCode { get; init; }

    /// <summary>Status that the simulated marketplace answers callbacks with; they are stored all the same.</summary>
    public int? CallbackStatus { get; init; }

    /// <summary>Where the chance of the rates starts from; the same seed and the same calls go wrong the same way.</summary>
    public long? Seed { get; init; }

    /// <summary>The first field out of range and what it takes.</summary>
    public (string Field, string Reason)? Fault()
    {
        (string, double)[] rates =
        [
            ("timeoutRate", TimeoutRate), ("errorRate", ErrorRate), ("dropWebhooks", DropWebhooks),
            ("duplicateWebhooks", DuplicateWebhooks), ("reorderWebhooks", ReorderWebhooks),
        ];
        foreach (var (field, rate) in rates)
        {
            if (rate is not (>= 0 and <= 1)) return (field, "must be from 0 to 1");
        }
        if (DelayMs is < 0 or > 600_000) return ("delayMs", "must be from 0 to 600000");
        if (AnswerCode is { } code && !Enum.IsDefined((Gateway.GatewayCode)code)) return ("answerCode", "must be a code of PagoEfectivo's");
        return CallbackStatus is < 200 or > 599 ? ("callbackStatus", "must be from 200 to 599") : null;
    }
}
