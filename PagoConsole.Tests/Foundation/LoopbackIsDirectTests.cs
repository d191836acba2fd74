using System.Net;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Tests.Foundation;

public sealed class LoopbackIsDirectTests
{
    private readonly LoopbackIsDirect proxy = new(new WebProxy("http://proxy.example:3128"));

    [Theory]
    [InlineData("http://127.0.0.1:5080/sandbox", true)]
    [InlineData("http://localhost:5080/sandbox", true)]
    [InlineData("http://[::1]:5080/sandbox", true)]
    [InlineData("https://api.example/v2", false)]
    public void Only_this_machine_is_reached_without_the_proxy(string address, bool direct)
    {
        Assert.Equal(direct, proxy.IsBypassed(new Uri(address)));
        Assert.Equal(direct ? null : new Uri("http://proxy.example:3128"), proxy.GetProxy(new Uri(address)));
    }
}
