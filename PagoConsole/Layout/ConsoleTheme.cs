using MudBlazor;

namespace PagoConsole.Layout;

/// <summary>
/// Our look: neutral greys, one accent, states in colours that hold 4.5:1 on surface and on their own tint. Both themes are written into the
/// page; <c>data-theme</c> on the root element picks one, so switching asks no server and no page starts in the wrong light.
/// </summary>
internal static class ConsoleTheme
{
    public static MudTheme Light { get; } = Make(":root");

    public static MudTheme Dark { get; } = Make(":root[data-theme=dark]");

    private static MudTheme Make(string scope) => new()
    {
        PseudoCss = new PseudoCss { Scope = scope },
        PaletteLight = new PaletteLight
        {
            Primary = "#3f46c4",
            PrimaryContrastText = "#ffffff",
            Secondary = "#566273",
            Success = "#17693b",
            Warning = "#7d4b00",
            Error = "#a8231c",
            Info = "#1d5a9e",
            Dark = "#2b3440",
            TextPrimary = "#1b2430",
            TextSecondary = "#566273",
            TextDisabled = "#8a94a3",
            ActionDefault = "#566273",
            ActionDisabled = "#a0a9b5",
            ActionDisabledBackground = "#eceef2",
            Background = "#f6f7f9",
            BackgroundGray = "#eef0f3",
            Surface = "#ffffff",
            DrawerBackground = "#fbfbfc",
            DrawerText = "#1b2430",
            DrawerIcon = "#566273",
            AppbarBackground = "#ffffff",
            AppbarText = "#1b2430",
            LinesDefault = "#dfe3e8",
            LinesInputs = "#8a94a3",
            TableLines = "#e6e9ed",
            TableHover = "#f2f4f8",
            TableStriped = "#fafbfc",
            Divider = "#dfe3e8",
            DividerLight = "#eceef2",
            Skeleton = "#e6e9ed",
            OverlayDark = "rgba(15,20,30,0.35)",
            HoverOpacity = 0.06,
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#a6adff",
            PrimaryContrastText = "#14171c",
            Secondary = "#a3adba",
            Success = "#71d39c",
            SuccessContrastText = "#14171c",
            Warning = "#f0b75f",
            WarningContrastText = "#14171c",
            Error = "#ff9d95",
            ErrorContrastText = "#14171c",
            Info = "#8cc1ff",
            InfoContrastText = "#14171c",
            Dark = "#2b323c",
            TextPrimary = "#e7eaef",
            TextSecondary = "#a3adba",
            TextDisabled = "#6c7684",
            ActionDefault = "#a3adba",
            ActionDisabled = "#6c7684",
            ActionDisabledBackground = "#252b34",
            Background = "#14171c",
            BackgroundGray = "#181c22",
            Surface = "#1b2027",
            DrawerBackground = "#171b21",
            DrawerText = "#e7eaef",
            DrawerIcon = "#a3adba",
            AppbarBackground = "#1b2027",
            AppbarText = "#e7eaef",
            LinesDefault = "#303844",
            LinesInputs = "#77818f",
            TableLines = "#2a313b",
            TableHover = "#222833",
            TableStriped = "#1e232b",
            Divider = "#303844",
            DividerLight = "#252b34",
            Skeleton = "#2a313b",
            OverlayDark = "rgba(5,8,12,0.55)",
            HoverOpacity = 0.08,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", AppbarHeight = "48px" },
        Shadows = new Shadow { Elevation = [.. Enumerable.Range(0, 26).Select(Elevation)] },
        Typography = Sizes(),
    };

    /// <summary>Only what floats over the page casts a shadow.</summary>
    private static string Elevation(int level) => level < 6 ? "none" : "0 6px 24px rgba(10, 15, 25, 0.16)";

    private static Typography Sizes()
    {
        var sizes = new Typography();
        (sizes.Default.FontSize, sizes.Default.LineHeight, sizes.Default.LetterSpacing) = ("0.875rem", "1.43", "normal");
        (sizes.Body1.FontSize, sizes.Body1.LetterSpacing) = ("0.875rem", "normal");
        (sizes.Body2.FontSize, sizes.Body2.LetterSpacing) = ("0.8125rem", "normal");
        (sizes.Button.FontSize, sizes.Button.LetterSpacing, sizes.Button.TextTransform) = ("0.8125rem", "normal", "none");
        (sizes.H6.FontSize, sizes.H6.FontWeight, sizes.H6.LetterSpacing) = ("1rem", "600", "normal");
        (sizes.Caption.FontSize, sizes.Caption.LetterSpacing) = ("0.75rem", "normal");
        return sizes;
    }
}
