using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using PagoConsole.Shared;

namespace PagoConsole;

/// <summary>The document around every page. Pages live on a circuit and are not rendered twice; sign-in is plain HTML.</summary>
public sealed partial class App
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    private IComponentRenderMode? Mode => Context.AcceptsInteractiveRouting() ? new InteractiveServerRenderMode(prerender: false) : null;

    private string? Zone => Context.Request.Cookies[BrowserFacts.ZoneCookie];
}
