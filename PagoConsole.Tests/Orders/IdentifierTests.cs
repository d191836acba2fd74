using PagoConsole.Core.Orders;

namespace PagoConsole.Tests.Orders;

/// <summary>The same thing written otherwise is the same identifier, and another thing is not.</summary>
public sealed class IdentifierTests
{
    [Theory]
    [InlineData("Av. Arequipa 1234")]
    [InlineData("AVENIDA  AREQUIPA  1234")]
    [InlineData("avda arequipa # 1234")]
    [InlineData("Av. Arequipa N° 1234")]
    [InlineData("Av. Arequipa Nº1234")]
    [InlineData("Av. Arequipa Nro. 1234")]
    [InlineData("Av. Arequipa No. 1234")]
    public void An_avenue_is_the_same_however_it_is_written(string line) => Assert.Equal("av arequipa 1234 lince lima pe", Of(line));

    [Theory]
    [InlineData("Jirón de la Unión 300, Dpto. 502", "jr de la union 300 dp 502 lince lima pe")]
    [InlineData("jr de la union 300 departamento 502", "jr de la union 300 dp 502 lince lima pe")]
    [InlineData("Calle Las Begonias 12 int. 4", "ca las begonias 12 dp 4 lince lima pe")]
    [InlineData("Urbanización Ñaña Manzana N Lote 5", "urb nana mz n lt 5 lince lima pe")]
    public void Usual_words_have_one_form(string line, string expected) => Assert.Equal(expected, Of(line));

    [Fact]
    public void Another_number_is_another_address() => Assert.NotEqual(Of("Av. Arequipa 1234"), Of("Av. Arequipa 1235"));

    [Theory]
    [InlineData("987654321", "+51987654321")]
    [InlineData("+51 987 654 321", "+51987654321")]
    [InlineData("0051987654321", "+51987654321")]
    [InlineData("(51) 987-654-321", "+51987654321")]
    [InlineData("", null)]
    [InlineData("none", null)]
    public void A_phone_is_compared_as_E164(string text, string? expected) => Assert.Equal(expected, Identifiers.Phone(text));

    [Theory]
    [InlineData("DNI", "45.678.912", "DNI:45678912")]
    [InlineData("dni", " 45678912 ", "DNI:45678912")]
    [InlineData(null, "45678912", "DNI:45678912")]
    [InlineData("CE", "ab-123", "CE:AB123")]
    [InlineData("DNI", "--", null)]
    public void A_document_is_its_type_and_number(string? type, string number, string? expected) => Assert.Equal(expected, Identifiers.Document(type, number));

    private static string? Of(string line) => Identifiers.Address(new OrderAddress(line, null, "Lince", "Lima", null, "PE", null));
}
