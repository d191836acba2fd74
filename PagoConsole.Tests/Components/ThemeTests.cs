using MudBlazor;
using MudBlazor.Utilities;
using PagoConsole.Layout;

namespace PagoConsole.Tests.Components;

public sealed class ThemeTests
{
    private const double Enough = 4.5;

    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_hold_on_every_ground(bool dark)
    {
        var palette = Of(dark);
        foreach (var ground in new[] { palette.Surface, palette.Background, palette.BackgroundGray, palette.DrawerBackground, palette.TableHover })
        {
            AssertReadable(palette.TextPrimary, ground);
            AssertReadable(palette.TextSecondary, ground);
            AssertReadable(palette.Primary, ground);
        }

        AssertReadable(palette.PrimaryContrastText, palette.Primary);
        AssertReadable(palette.ErrorContrastText, palette.Error);
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Chips_hold_on_their_own_tint(bool dark)
    {
        var palette = Of(dark);
        foreach (var tone in new[] { palette.Success, palette.Warning, palette.Error, palette.Info, palette.TextSecondary })
            foreach (var ground in new[] { palette.Surface, palette.Background, palette.TableHover })
                AssertReadable(tone, Mix(tone, ground, 0.10));
    }

    private static Palette Of(bool dark) => dark ? ConsoleTheme.Dark.PaletteDark : ConsoleTheme.Light.PaletteLight;

    private static MudColor Mix(MudColor tone, MudColor ground, double share)
    {
        byte Part(byte a, byte b) => (byte)Math.Round((a * share) + (b * (1 - share)));
        return new MudColor(Part(tone.R, ground.R), Part(tone.G, ground.G), Part(tone.B, ground.B), (byte)255);
    }

    private static void AssertReadable(MudColor text, MudColor ground)
    {
        var (a, b) = (Luminance(text), Luminance(ground));
        var contrast = (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
        Assert.True(contrast >= Enough, $"{text} on {ground} has {contrast:0.00}:1.");
    }

    /// <summary>Relative luminance, WCAG 2.2.</summary>
    private static double Luminance(MudColor color)
    {
        static double Linear(byte channel)
        {
            var share = channel / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));
    }
}
