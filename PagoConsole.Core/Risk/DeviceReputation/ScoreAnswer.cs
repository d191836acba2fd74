using System.Text.Json;

namespace PagoConsole.Core.Risk.DeviceReputation;

/// <summary>Reads FraudLabs Pro's answer; of all that it says, the score.</summary>
internal static class ScoreAnswer
{
    public static DeviceScore Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = document.RootElement;
            if (answer.ValueKind != JsonValueKind.Object) return DeviceScore.Without(ReputationOutage.Unreadable);
            if (answer.TryGetProperty("fraudlabspro_score", out var value) && Whole(value) is >= 0 and <= 100 and var score)
                return DeviceScore.Of(score);

            // Version 1 said so with a 200, and proxies of version 2 may still do.
            return DeviceScore.Without(answer.TryGetProperty("error", out _) ? ReputationOutage.Refused : ReputationOutage.Unreadable);
        }
        catch (JsonException)
        {
            return DeviceScore.Without(ReputationOutage.Unreadable);
        }
    }

    private static int? Whole(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
