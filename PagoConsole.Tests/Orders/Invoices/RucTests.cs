using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PagoConsole.Core.Orders.Invoices;

namespace PagoConsole.Tests.Orders.Invoices;

public sealed class RucTests
{
    [Theory]
    [InlineData("20100047218", InvoiceFaults.None)] // a bank's, as it publishes it
    [InlineData("20131312955", InvoiceFaults.None)] // SUNAT's own
    [InlineData("20100047219", InvoiceFaults.RucCheckDigit)]
    [InlineData("30100047218", InvoiceFaults.RucPrefix)]
    [InlineData("2010004721", InvoiceFaults.RucForm)]
    [InlineData("2010004721٨", InvoiceFaults.RucForm)]
    [InlineData("20-10004721", InvoiceFaults.RucForm)]
    public void Check_ANumber_TellsWhatIsWrong(string ruc, InvoiceFaults fault) => Assert.Equal(fault, Ruc.Check(ruc));

    [Property(Replay = "(20261123,7)", MaxTest = 300)]
    public Property Of_the_ten_last_digits_one_is_right(PositiveInt number, byte kind)
    {
        var begin = $"{((string[])["10", "15", "16", "17", "20"])[kind % 5]}{number.Get % 100_000_000:D8}";
        return (Enumerable.Range(0, 10).Count(last => Ruc.Check($"{begin}{last}") == InvoiceFaults.None) == 1
            && Ruc.Check($"{begin}{Ruc.CheckDigit(begin)}") == InvoiceFaults.None).ToProperty();
    }

    [Theory]
    [InlineData("20100047218", "20100047218", "Empresa SAC", "Empresa SAC")]
    [InlineData("20100047219", "20100047219", "Empresa SAC", "Empresa SAC")]
    [InlineData("10456789123", "•••123", "Ana Quispe", "A. Q.")]
    [InlineData("45678912", "•••912", "Ana Quispe", "A. Q.")]
    [InlineData(null, null, "Ana Quispe", "A. Q.")]
    public void Masked_AnythingButACompany_HidesThePerson(string? ruc, string? shown, string name, string shownName) =>
        Assert.Equal((shown, shownName), (Ruc.Masked(ruc), Ruc.MaskedName(ruc, name)));
}
