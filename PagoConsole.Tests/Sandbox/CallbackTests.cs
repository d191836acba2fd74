using System.Globalization;
using System.Text;
using PagoConsole.Sandbox.Marketplace;

namespace PagoConsole.Tests.Sandbox;

public sealed class CallbackTests
{
    private const string Secret = "whsec_ZGVtby1jYWxsYmFjay1zZWNyZXQtMzItYnl0ZXMhIQ==";
    private static readonly DateTimeOffset SignedAt = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    /// <summary>The example published with the Standard Webhooks libraries.</summary>
    [Fact]
    public void IsValid_PublishedExample_Holds()
    {
        string[] secrets = [Secret, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
        bool Check(string signatures, string body = """{"test": 2432232314}""", int later = 0) => CallbackSignature.IsValid(
            "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signatures, Encoding.UTF8.GetBytes(body), secrets, SignedAt.AddSeconds(later));

        const string right = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        Assert.True(Check(right));
        Assert.True(Check("v1,Zm9v v1a,xyz " + right));
        Assert.True(Check(right, later: 300));
        Assert.False(Check(right, later: 301));
        Assert.False(Check(right, body: """{"test": 2432232315}"""));
        Assert.False(Check(right.Replace("v1,", "v2,", StringComparison.Ordinal)));
        Assert.False(Check(""));
    }

    [Fact]
    public async Task Callbacks_AreKeptAsTheyCame_TrueOrNot()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        const string body = """{"type":"order.paid","data":{"sequence":1,"order":{"orderId":"MP-7"}}}""";
        await PostAsync(sandbox, body, sign: true);
        await PostAsync(sandbox, body, sign: false);
        await PostAsync(sandbox, "neither json nor signed", sign: false);

        var kept = (await sandbox.ControlAsync("marketplace/callbacks?orderId=MP-7", null, HttpMethod.Get)).EnumerateArray().ToList();
        Assert.Equal([true, false], kept.Select(callback => callback.GetProperty("signatureValid").GetBoolean()));
        Assert.All(kept, callback => Assert.Equal(body, callback.GetProperty("body").GetString()));
        Assert.Equal("msg_1", kept[0].GetProperty("headers").GetProperty("webhook-id").GetString());
        Assert.Matches("^20.*Z$", kept[0].GetProperty("receivedAt").GetString());
        Assert.Equal(3, (await sandbox.ControlAsync("marketplace/callbacks", null, HttpMethod.Get)).GetArrayLength());
    }

    [Fact]
    public async Task CallbackStatus_IsAnswered_AndTheCallbackKept()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        await sandbox.FaultsAsync(new { callbackStatus = 410 });

        Assert.Equal(410, await PostAsync(sandbox, "{}", sign: true));

        Assert.Equal(1, (await sandbox.ControlAsync("marketplace/callbacks", null, HttpMethod.Get)).GetArrayLength());
    }

    private static async Task<int> PostAsync(SandboxHost sandbox, string body, bool sign)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sandbox/marketplace/callbacks") { Content = new StringContent(body) };
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", timestamp);
        var signature = CallbackSignature.Of(Secret, "msg_1", timestamp, Encoding.UTF8.GetBytes(body));
        request.Headers.TryAddWithoutValidation("webhook-signature", sign ? "v1," + signature : "v1,AAAA");
        using var reply = await sandbox.Http.SendAsync(request);
        return (int)reply.StatusCode;
    }
}
