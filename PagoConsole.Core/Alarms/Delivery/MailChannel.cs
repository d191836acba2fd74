using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Alarms.Delivery;

/// <summary>Alarms by e-mail: one letter about all that are new, so that a bad hour does not fill anybody's box.</summary>
internal sealed class MailChannel(IOptionsMonitor<AlarmMailOptions> options, IAlarmLetters letters) : IAlarmChannel
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public string Key => "mail";

    public bool IsOn => options.CurrentValue.Host.Length > 0;

    public int AtOnce => 100;

    public async Task SendAsync(IReadOnlyList<Alarm> alarms, CancellationToken ct)
    {
        var settings = options.CurrentValue;
        var letter = letters.Write(alarms, settings.Language);
        using var message = new MailMessage
        {
            From = new MailAddress(settings.From),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
        };
        foreach (var address in settings.To) message.To.Add(address);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User.Length > 0) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server did not answer within {Longest.TotalSeconds:F0} s");
        }
        catch (SmtpException failure)
        {
            // Its own words may repeat what the server was sent; the code says enough.
            throw new InvalidOperationException($"The mail server did not take the letter: {failure.StatusCode}{Reason(failure)}");
        }
    }

    private static string Reason(SmtpException failure) => failure.InnerException?.GetBaseException() is System.Net.Sockets.SocketException socket ? $" ({socket.SocketErrorCode})" : "";
}
