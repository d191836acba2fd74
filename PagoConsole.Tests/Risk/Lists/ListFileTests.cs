using System.Text;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Risk.Lists;

namespace PagoConsole.Tests.Risk.Lists;

public sealed class ListFileTests
{
    private const string Header = "effect,kind,value,reason,expires_at\n";
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_becomes_an_entry_in_its_normal_form()
    {
        var lines = Lines("Block,Phone,987 654 321,Chargeback,\ntrust,email_domain,Shop.PE,Partner,2026-12-31\nReview,IpRange,190.235.12.7/24,\"Bots, many\",2026-12-01T00:00:00-05:00\n");

        Assert.Equal(
            [
                new(ListEffect.Block, ListedKind.Phone, "+51987654321", "Chargeback", null),
                new(ListEffect.Trust, ListedKind.EmailDomain, "shop.pe", "Partner", Lima.StartOf(new DateOnly(2027, 1, 1))),
                new(ListEffect.Review, ListedKind.IpRange, "190.235.12.0/24", "Bots, many", Lima.StartOf(new DateOnly(2026, 12, 1))),
            ],
            lines.Select(line => line.Content));
    }

    [Theory]
    [InlineData("Ban,Phone,987654321,x,", ListLineFault.Effect)]
    [InlineData("7,Phone,987654321,x,", ListLineFault.Effect)]
    [InlineData("Block,Shoe,987654321,x,", ListLineFault.Kind)]
    [InlineData("Block,Phone,unknown,x,", ListLineFault.Value)]
    [InlineData("Block,Phone,•••321,x,", ListLineFault.Masked)]
    [InlineData("Block,Device,fp-1,,", ListLineFault.Reason)]
    [InlineData("Block,Device,fp-1,x,soon", ListLineFault.Ends)]
    [InlineData("Block,Device,fp-1,x,2026-12-01T00:00:00", ListLineFault.Ends)]
    [InlineData("Block,Device,fp-1,x,2026-11-21", ListLineFault.Past)]
    [InlineData("Block,Device,fp-1", ListLineFault.Line)]
    [InlineData("Block,Device,\"fp-1,x,", ListLineFault.Line)]
    public void A_bad_line_says_why_and_where_and_the_others_are_taken(string bad, ListLineFault fault)
    {
        var lines = Lines($"Block,Device,fp-0,x,\n{bad}\nBlock,Device,fp-2,x,\n");

        Assert.Equal([(2, null), (3, fault), (4, (ListLineFault?)null)], lines.Select(line => (line.Number, line.Fault)));
    }

    [Fact]
    public void A_day_holds_to_its_end_also_today() =>
        Assert.Equal(Lima.StartOf(new DateOnly(2026, 11, 23)), Assert.Single(Lines("Block,Device,fp-1,x,2026-11-22")).Content?.ExpiresAt);

    [Fact]
    public void The_same_again_in_one_file_is_told()
    {
        var lines = Lines("Block,Phone,987654321,x,\nBlock,Phone,+51 987 654 321,y,\nTrust,Phone,987654321,x,\n");

        Assert.Equal([null, ListLineFault.Double, null], lines.Select(line => line.Fault));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_with_others_beside_them_and_semicolons_between()
    {
        var (lines, fault) = Read("owner;reason;value;kind;effect\nana;x;'=cmd;Device;Block\n");

        Assert.Null(fault);
        Assert.Equal("=cmd", Assert.Single(lines).Content?.Value);
    }

    [Fact]
    public void What_is_no_such_file_is_refused_whole()
    {
        Assert.Equal(ListFileFault.Header, Read("effect,kind,value\n").Fault);
        Assert.Equal(ListFileFault.Header, Read("").Fault);
        Assert.Equal(ListFileFault.Format, ListFile.Read([0x50, 0x4b, 0], Now).Fault);
        Assert.Equal(ListFileFault.Size, ListFile.Read(new byte[ListFile.Largest + 1], Now).Fault);
        Assert.Equal(ListFileFault.Size, Read(Header + string.Concat(Enumerable.Range(0, ListFile.MostLines + 1).Select(i => $"Block,Device,f{i},x,\n"))).Fault);
        Assert.Null(Read(Header + string.Concat(Enumerable.Range(0, ListFile.MostLines).Select(i => $"Block,Device,f{i},x,\n"))).Fault);
    }

    private static IReadOnlyList<ListFileLine> Lines(string text)
    {
        var (lines, fault) = Read(Header + text);
        Assert.Null(fault);
        return lines;
    }

    private static (IReadOnlyList<ListFileLine> Lines, ListFileFault? Fault) Read(string text) => ListFile.Read(Encoding.UTF8.GetBytes(text), Now);
}
