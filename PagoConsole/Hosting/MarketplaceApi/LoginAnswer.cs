using System.ComponentModel;

namespace PagoConsole.Hosting.MarketplaceApi;

[Description("The login was taken.")]
internal sealed record LoginAnswer([property: Description("To quote to support.")] string RequestId);
