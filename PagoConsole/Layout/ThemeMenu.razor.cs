namespace PagoConsole.Layout;

/// <summary>Light, dark, or as the system: the browser alone keeps and applies the choice (boot.js), and a tick by style sheet follows it.</summary>
public sealed partial class ThemeMenu
{
    private static readonly string[] Choices = ["light", "dark", "system"];
}
