using Microsoft.AspNetCore.SignalR;

namespace PagoConsole.Hosting.LiveFeed;

/// <summary>The live feed for programs: the server invokes <c>events</c>; there is nothing to call.</summary>
internal sealed class EventsHub : Hub;
