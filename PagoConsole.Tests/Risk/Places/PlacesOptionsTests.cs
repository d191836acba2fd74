using PagoConsole.Core.Risk.Places;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Risk.Places;

public sealed class PlacesOptionsTests
{
    private static readonly SettingsUnderTest Settings = new(PlacesOptions.Section, services => services.AddPlaces());

    [Fact]
    public void Nothing_configured_is_the_database_that_comes_along() => Assert.Empty(Settings.Faults(production: true));

    [Fact]
    public void Another_database_takes_its_place()
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("pago-places-").FullName, "countries.mmdb");
        File.Copy(new PlacesOptions().CountryFile, copy);

        Assert.Empty(Settings.Faults(production: true, ("CountryDatabase", copy)));
        Assert.Equal(copy, Settings.Read<PlacesOptions>(("CountryDatabase", $" {copy} ")).CountryFile);
    }

    [Fact]
    public void A_missing_database_stops_the_start()
    {
        var fault = Assert.Single(Settings.Faults(production: false, ("CountryDatabase", "nowhere/countries.mmdb")));

        Assert.StartsWith("Risk:CountryDatabase: takes the path of a country database (.mmdb); ", fault, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("nowhere", "countries.mmdb"), fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database")]
    public void A_file_of_another_kind_stops_the_start(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);

        Assert.Equal(["Risk:CountryDatabase"], Settings.KeysAtFault(production: false, ("CountryDatabase", file)));
    }

    [Fact]
    public void A_folder_or_a_damaged_database_stops_the_start()
    {
        var damaged = Path.GetTempFileName();
        var bytes = File.ReadAllBytes(new PlacesOptions().CountryFile);
        File.WriteAllBytes(damaged, bytes[..(bytes.Length / 2)]);

        Assert.Equal(["Risk:CountryDatabase"], Settings.KeysAtFault(production: false, ("CountryDatabase", damaged)));
        Assert.Equal(["Risk:CountryDatabase"], Settings.KeysAtFault(production: false, ("CountryDatabase", Path.GetTempPath())));
    }
}
