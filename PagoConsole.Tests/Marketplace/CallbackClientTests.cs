using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Marketplace;

namespace PagoConsole.Tests.Marketplace;

public sealed class CallbackClientTests
{
    [Fact]
    public void A_message_to_this_machine_does_not_go_through_the_proxy_and_follows_nobody_elsewhere()
    {
        using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddMarketplace().BuildServiceProvider();
        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(CallbackSender.Client);
        while (handler is DelegatingHandler { InnerHandler: { } inner }) handler = inner;

        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Same(LoopbackIsDirect.Machine, sockets.Proxy);
        Assert.False(sockets.AllowAutoRedirect);
    }
}
