namespace PagoConsole.Benchmarks.Load;

/// <summary>The console's program beside this one, as the same build made it.</summary>
internal static class BuiltConsole
{
    public static string Path
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            var root = output.Parent!.Parent!.Parent!.Parent!;
            return System.IO.Path.Combine(root.FullName, "PagoConsole", "bin", output.Parent.Name, output.Name, "PagoConsole.dll");
        }
    }
}
