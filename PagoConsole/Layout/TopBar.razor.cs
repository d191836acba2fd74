using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace PagoConsole.Layout;

/// <summary>Search, where we are, whether what is shown is live, and what belongs to the person.</summary>
public sealed partial class TopBar
{
    private static readonly DialogOptions SearchOptions = new()
    {
        NoHeader = true,
        Position = DialogPosition.TopCenter,
        MaxWidth = MaxWidth.Small,
        FullWidth = true,
        CloseOnEscapeKey = true,
    };

    private IDialogReference? search;

    [Inject]
    internal IStringLocalizer<LayoutText> Text { get; set; } = default!;

    [Inject]
    internal IDialogService Dialogs { get; set; } = default!;

    /// <summary>Opens the rail where the screen is too narrow for it.</summary>
    [Parameter]
    public EventCallback OnMenu { get; set; }

    private async Task OpenSearchAsync()
    {
        // Ctrl K while it is open closes it again.
        if (search is { Result.IsCompleted: false })
        {
            search.Close();
            return;
        }

        search = await Dialogs.ShowAsync<SearchPalette>(title: null, SearchOptions);
    }
}
