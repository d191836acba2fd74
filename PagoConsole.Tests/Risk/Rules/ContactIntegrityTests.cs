using PagoConsole.Core.Orders;
using PagoConsole.Core.Risk;
using static PagoConsole.Core.Risk.RuleResult;

namespace PagoConsole.Tests.Risk.Rules;

public sealed class ContactIntegrityTests
{
    private static readonly RuleEntry Entry = OneOrder.Default("contact-integrity");

    [Theory]
    [InlineData("DNI", "45678912", Quiet)]
    [InlineData("DNI", "4567891", Hit)]
    [InlineData("DNI", "456789123", Hit)]
    [InlineData("RUC", "20100047218", Quiet)]
    [InlineData("RUC", "20100047219", Hit)] // check digit
    [InlineData("RUC", "20100047217", Hit)]
    [InlineData("RUC", "30100047218", Hit)] // prefix
    [InlineData("CE", "whatever", NoInput)] // other documents have no form that can be checked
    [InlineData("PAS", "1", NoInput)]
    [InlineData("DNI", null, NoInput)]
    [InlineData("DNI", " ", NoInput)]
    public async Task Documents_have_their_form(string type, string? number, RuleResult result) =>
        Assert.Equal(result, (await OneOrder.JudgeAsync(Entry, With(type, number, null))).Result);

    [Theory]
    [InlineData("+51987654321", Quiet)]
    [InlineData("987654321", Quiet)]
    [InlineData("98765432", Hit)]
    [InlineData("9876543210", Hit)]
    [InlineData("+5112345678", Hit)] // a landline of Lima
    [InlineData("+525512345678", Quiet)] // foreign numbers are not Peru's to judge
    [InlineData("", NoInput)]
    public async Task A_Peruvian_phone_is_a_mobile(string phone, RuleResult result) =>
        Assert.Equal(result, (await OneOrder.JudgeAsync(Entry, With(null, null, phone))).Result);

    [Fact]
    public async Task The_sellers_and_the_invoices_tax_numbers_count_too()
    {
        Assert.Equal(Hit, (await OneOrder.JudgeAsync(Entry, OneOrder.Bare() with { Seller = new OrderSeller("s-1", "20100047219") })).Result);
        Assert.Equal(Hit, (await OneOrder.JudgeAsync(Entry, OneOrder.Bare() with { Invoice = new OrderInvoice("factura", "1", null) })).Result);
        Assert.Equal(Quiet, (await OneOrder.JudgeAsync(Entry, OneOrder.Bare() with { Seller = new OrderSeller("s-1", "20100047218") })).Result);
    }

    [Fact]
    public async Task Nothing_told_nothing_said()
    {
        var found = await OneOrder.JudgeAsync(Entry, OneOrder.Bare());

        Assert.Equal(NoInput, found.Result);
        Assert.Empty(found.LookedAt);
    }

    [Fact]
    public async Task It_names_what_is_wrong_and_scores_once()
    {
        var order = With("DNI", "123", "12") with { Seller = new OrderSeller("s-1", "1"), Invoice = new OrderInvoice("factura", "2", null) };

        var found = await OneOrder.JudgeAsync(Entry, order);

        found.Saw(Hit, "not well formed: Dni, Ruc, Phone", "all well formed", "Dni, Ruc, Phone", "4");
        Assert.Equal((RuleAction.Score, 15), (found.Action, found.Score));
        Assert.Equal([IdentifierKind.Document, IdentifierKind.Phone], found.LookedAt);
    }

    private static OrderContent With(string? type, string? number, string? phone) =>
        OneOrder.Bare() with { Account = OneOrder.Bare().Account with { DocumentType = type, DocumentNumber = number, Phone = phone } };
}
