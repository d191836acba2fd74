namespace PagoConsole.Core.Risk.Places;

/// <summary>How far it is from country to country.</summary>
public static class Journey
{
    private const double EarthRadiusKm = 6371;

    /// <summary>
    /// Kilometres that lie between two countries at the least: the way from middle to middle on a great circle less both radii. 0 for the
    /// same country, for neighbours, and where one of them is not known. A country is taken for a circle, so for a long one (Chile) it is a
    /// rough figure.
    /// </summary>
    public static double KmAtLeast(string? from, string? to)
    {
        if (Countries.Find(from) is not { } start || Countries.Find(to) is not { } end) return 0;
        if (start.Code == end.Code || start.Neighbours.Contains(end.Code)) return 0;
        return Math.Max(0, KmBetween(start, end) - (start.RadiusKm + end.RadiusKm));
    }

    // Haversine: steady for near places as well as for opposite ones.
    private static double KmBetween(Country start, Country end)
    {
        var north = HalfSine(end.Latitude - start.Latitude);
        var east = HalfSine(end.Longitude - start.Longitude);
        var share = (north * north) + (Math.Cos(Radians(start.Latitude)) * Math.Cos(Radians(end.Latitude)) * east * east);
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Min(1, share)));
    }

    private static double HalfSine(double degrees) => Math.Sin(Radians(degrees) / 2);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
