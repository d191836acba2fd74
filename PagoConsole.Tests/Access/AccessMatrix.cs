using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Access;

/// <summary>One route of the matrix: how it is called, and what each caller is answered.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route as the program maps it.</param>
/// <param name="Example">An address of it.</param>
/// <param name="Expected">The answer for each caller.</param>
internal sealed record MatrixRow(string Method, string Route, string Example, IReadOnlyDictionary<string, string> Expected)
{
    public string Name => $"{Method} {Route}";
}

/// <summary>
/// Who may do what, route by route: <c>matrix.csv</c>. An answer is a status, for a redirect with where it leads; a row whose route is a
/// kind of routes in angle brackets stands for all of that kind.
/// </summary>
internal static class AccessMatrix
{
    private static string Path => System.IO.Path.Combine(Repository.Root, "PagoConsole.Tests", "Access", "matrix.csv");

    public static IReadOnlyList<MatrixRow> Read()
    {
        var lines = File.ReadAllLines(Path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',')).ToList();
        var callers = lines[0][3..];
        return [.. lines[1..].Select(fields => new MatrixRow(fields[0], fields[1], fields[2], callers.Zip(fields[3..]).ToDictionary(pair => pair.First, pair => pair.Second)))];
    }
}
