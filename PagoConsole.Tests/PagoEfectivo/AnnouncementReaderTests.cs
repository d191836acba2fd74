using PagoConsole.Core.PagoEfectivo.Announcements;

namespace PagoConsole.Tests.PagoEfectivo;

public sealed class AnnouncementReaderTests
{
    [Theory]
    [InlineData("GET", "/api/v1/payment/pay_01", "GET /api/v1/payment/{id}")]
    [InlineData("POST", "/sandbox/pagoefectivo/api/v1/payment/pay_01/refund", "POST /api/v1/payment/{id}/refund")]
    [InlineData("POST", "/api/v1/payment", "POST /api/v1/payment")]
    [InlineData("GET", "/api/v1/report?date=2026-11-22", "GET /api/v1/report")]
    public void An_endpoint_is_named_without_identifiers(string method, string path, string endpoint) =>
        Assert.Equal(endpoint, AnnouncementReader.EndpointOf(method, path));

    [Theory]
    [InlineData("Wed, 31 Mar 2027 23:59:59 GMT", "2027-03-31")]
    [InlineData("2027-03-31", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void A_sunset_is_an_HTTP_date(string text, string? day) => Assert.Equal(day, DayOf("Sunset", text));

    [Theory]
    [InlineData("@1688169599", "2023-06-30")]
    [InlineData("Wed, 31 Mar 2027 23:59:59 GMT", "2027-03-31")]
    [InlineData("@99999999999999999", null)]
    [InlineData("true", null)]
    public void A_deprecation_is_a_structured_date_or_as_its_drafts_had_it(string text, string? day) => Assert.Equal(day, DayOf("Deprecation", text));

    [Theory]
    [InlineData("""<https://a.example/x>; rel="sunset" """, "https://a.example/x")]
    [InlineData("""<https://a.example/x>; title="a, b"; rel="help sunset" """, "https://a.example/x")]
    [InlineData("""<https://a.example/1>; rel=next, <https://a.example/2>; rel=sunset""", "https://a.example/2")]
    [InlineData("""<javascript:alert(1)>; rel="sunset" """, null)]
    [InlineData("""</relative>; rel="sunset" """, null)]
    [InlineData("""<https://a.example/x>""", null)]
    [InlineData("""<<<<;;;;""", null)]
    public void The_link_that_explains_it_is_read_where_it_can_be_shown(string header, string? link)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Sunset", "Wed, 31 Mar 2027 23:59:59 GMT");
        response.Headers.TryAddWithoutValidation("Link", header);

        Assert.Equal(link, Assert.Single(AnnouncementReader.Read(response, "GET", "/api/v1/report")).Link);
    }

    [Fact]
    public void A_header_made_to_take_long_does_not()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Sunset", "Wed, 31 Mar 2027 23:59:59 GMT");
        response.Headers.TryAddWithoutValidation("Link", string.Concat(Enumerable.Repeat("<a>;b=", 4000)));

        Assert.Null(Assert.Single(AnnouncementReader.Read(response, "GET", "/api/v1/report")).Link);
    }

    private static string? DayOf(string header, string text)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation(header, text);
        return AnnouncementReader.Read(response, "GET", "/api/v1/report").SingleOrDefault()?.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
