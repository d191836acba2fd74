using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PagoConsole.Tests.Components;

/// <summary>What a person does to a page. Pages render whenever their data change, so an element is found and used without a rendering in between.</summary>
internal static class Hands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Clicks, once it is there, without waiting for what comes of it: a handler that opens a dialog ends only with the dialog.</summary>
    public static void Press<T>(this IRenderedComponent<T> page, Func<IElement> find)
        where T : IComponent => page.Act(find, element => _ = element.ClickAsync(new MouseEventArgs()));

    /// <summary>Does something to an element, once it is there.</summary>
    public static void Act<T>(this IRenderedComponent<T> page, Func<IElement> find, Action<IElement> act)
        where T : IComponent
    {
        page.WaitForAssertion(() => find(), Patience);
        page.InvokeAsync(() => act(find())).GetAwaiter().GetResult();
    }
}
