using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PagoConsole.Core.Risk.DeviceReputation;
using PagoConsole.Tests.PagoEfectivo;

namespace PagoConsole.Tests.Risk.DeviceReputation;

public sealed class FraudLabsProRequestTests : IAsyncLifetime
{
    private FakeGateway fake = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeGateway.StartAsync();
        fake.Answer = (context, _) => FakeGateway.Json(context, 200, """{"fraudlabspro_score":42,"fraudlabspro_status":"APPROVE"}""");
    }

    public ValueTask DisposeAsync() => fake.DisposeAsync();

    [Fact]
    public async Task An_order_is_screened_by_one_post_of_json()
    {
        await using var reputation = ReputationUnderTest.At(fake.Address + "/flp/", sendEmailHash: true);

        Assert.Equal(DeviceScore.Of(42), await reputation.ScoreAsync());

        var sent = Assert.Single(fake.Received);
        Assert.Equal(("POST", "/flp/v2/order/screen"), (sent.Method, sent.Target));
        Assert.StartsWith("application/json", sent.Header("Content-Type"), StringComparison.Ordinal);
        var body = JsonDocument.Parse(sent.Body).RootElement;
        Assert.Equal(
            ["amount=1299.90", "currency=PEN", "email_domain=example.pe", $"email_hash={SlowHash("ana@example.pe")}", "flp_checksum=fp-77ab",
                "format=json", "ip=190.235.12.7", $"key={ReputationUnderTest.Key}", "payment_mode=others", "quantity=2", "ship_country=PE",
                "user_order_id=MP-10001"],
            body.EnumerateObject().Select(field => $"{field.Name}={field.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Personal_data_stays_here()
    {
        await using var reputation = ReputationUnderTest.At(fake.Address, sendEmailHash: true);
        await reputation.ScoreAsync();

        var sent = fake.Received[0];
        var all = sent.Target + sent.Body + string.Concat(sent.Headers);
        Assert.All(
            ["987654321", "Ana", "ana@", "45678912", "Arequipa", "u-881"],
            personal => Assert.DoesNotContain(personal, all, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_hash_of_the_address_can_be_kept_back()
    {
        await using var reputation = ReputationUnderTest.At(fake.Address, sendEmailHash: false);
        await reputation.ScoreAsync();

        var body = JsonDocument.Parse(fake.Received[0].Body).RootElement;
        Assert.False(body.TryGetProperty("email_hash", out _));
        Assert.Equal("example.pe", body.GetProperty("email_domain").GetString());
    }

    [Fact]
    public async Task What_an_order_does_not_tell_is_not_sent()
    {
        await using var reputation = ReputationUnderTest.At(fake.Address);
        var bare = ReputationUnderTest.Order with
        {
            OrderId = new string('7', 16), // longer than that service takes
            Account = ReputationUnderTest.Order.Account with { Email = null },
            ShippingAddress = null,
            Device = null,
            Items = [],
        };

        Assert.Equal(42, (await reputation.ScoreAsync(bare)).Score);

        var fields = JsonDocument.Parse(fake.Received[0].Body).RootElement.EnumerateObject().Select(field => field.Name);
        Assert.Equal(["amount", "currency", "format", "ip", "key", "payment_mode"], fields.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ana@example.pe")]
    [InlineData("josé@ñandú.pe")]
    public void The_hash_of_an_address_is_sha1_65536_times(string email) => Assert.Equal(SlowHash(email), ScreenOrder.Hash(email));

    // As that service describes it, written plainly.
    private static string SlowHash(string text)
    {
        var hash = "fraudlabspro_" + text;
        for (var round = 0; round < 65_536; round++) hash = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("fraudlabspro_" + hash)));
        return hash;
    }
}
