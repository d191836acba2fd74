using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using MudBlazor;

namespace PagoConsole.Tests.Components;

/// <summary>A page beside the providers that the layout would give it.</summary>
internal sealed class PageInFrame<TPage> : ComponentBase
    where TPage : IComponent
{
    [Parameter]
    public required RenderFragment Page { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<MudPopoverProvider>(0);
        builder.CloseComponent();
        builder.OpenComponent<MudDialogProvider>(1);
        builder.CloseComponent();
        builder.OpenComponent<MudSnackbarProvider>(2);
        builder.CloseComponent();
        builder.AddContent(3, Page);
    }
}
