using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Alarms.Delivery;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Alarms;

public sealed class AlarmSettingsTests
{
    [Fact]
    public void Without_a_host_and_an_address_nothing_is_asked_for() => Check();

    [Fact]
    public void Whole_settings_are_taken() => Check(
        ("Alarms:Mail:Host", "smtp.example.pe"), ("Alarms:Mail:From", "console@example.pe"), ("Alarms:Mail:To:0", "ops@example.pe"),
        ("Alarms:Mail:User", "console"), ("Alarms:Mail:Password", "hunter2"),
        ("Alarms:Webhook:Url", "https://ops.example.pe/alarms"), ("Alarms:Webhook:Secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    [Theory]
    [InlineData("Alarms:Mail:From", "nobody", "Alarms:Mail:From: takes an e-mail address; it is needed with a host")]
    [InlineData("Alarms:Mail:To:0", "", "Alarms:Mail:To:0: takes an e-mail address")]
    [InlineData("Alarms:Mail:To:0", "ops@", "Alarms:Mail:To:0: takes an e-mail address")]
    [InlineData("Alarms:Mail:Port", "465", "Alarms:Mail:Port: takes a port that speaks STARTTLS such as 587; 465 is not supported")]
    [InlineData("Alarms:Mail:Tls", "false", "Alarms:Mail:Tls: must be true where a password is sent")]
    [InlineData("Alarms:Mail:Language", "qu", "Alarms:Mail:Language: takes es, en or zh")]
    [InlineData("Alarms:Webhook:Url", "ftp://ops", "Alarms:Webhook:Url: takes an absolute http or https address")]
    [InlineData("Alarms:Webhook:Secret", "hunter2", "Alarms:Webhook:Secret: takes whsec_ followed by base64; it is needed with an address")]
    public void What_is_wrong_is_told_by_its_key_and_without_secrets(string key, string value, string fault)
    {
        var settings = new Dictionary<string, string>
        {
            ["Alarms:Mail:Host"] = "smtp.example.pe",
            ["Alarms:Mail:From"] = "console@example.pe",
            ["Alarms:Mail:To:0"] = "ops@example.pe",
            ["Alarms:Mail:User"] = "console",
            ["Alarms:Mail:Password"] = "hunter2",
            ["Alarms:Webhook:Url"] = "https://ops.example.pe/alarms",
            ["Alarms:Webhook:Secret"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            [key] = value,
        };

        var told = Assert.Throws<SettingsException>(() => Check([.. settings.Select(s => (s.Key, s.Value))])).Message;

        Assert.Contains(fault, told, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
    }

    private static void Check(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddAlarmDelivery().BuildServiceProvider();
        services.CheckSettings();
    }
}
