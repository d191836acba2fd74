namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Where a parcel goes.</summary>
internal sealed record District(string Name, string Province, string Region, string PostalCode, string[] Streets);

/// <summary>Names, places and networks of Peru; nobody in particular.</summary>
internal static class Peru
{
    public static readonly string[] GivenNames =
    [
        "Ana", "Luis", "María", "José", "Rosa", "Carlos", "Lucía", "Jorge", "Milagros", "Diego", "Carmen", "Miguel", "Flor", "Renzo",
        "Yesenia", "Walter", "Maricielo", "Edwin", "Fiorella", "Percy", "Nélida", "Brayan", "Gladys", "Joaquín", "Valeria", "Wilmer",
        "Xiomara", "Hernán", "Katherine", "Óscar",
    ];

    public static readonly string[] Surnames =
    [
        "Quispe", "Mamani", "Flores", "Huamán", "Rojas", "Condori", "Vargas", "Chávez", "Ramos", "Torres", "Ccahuana", "Paredes",
        "Salazar", "Apaza", "Vilca", "Castillo", "Yupanqui", "Espinoza", "Ticona", "Cárdenas", "Huanca", "Palomino", "Núñez", "Soto",
        "Choque", "Zegarra", "Lozano", "Puma", "Villanueva", "Benites",
    ];

    public static readonly District[] Districts =
    [
        new("Lince", "Lima", "Lima", "15046", ["Av. Arequipa", "Av. Petit Thouars", "Jr. Risso"]),
        new("Miraflores", "Lima", "Lima", "15074", ["Av. Larco", "Av. Benavides", "Calle Schell"]),
        new("San Isidro", "Lima", "Lima", "15073", ["Av. Javier Prado Oeste", "Calle Las Begonias", "Av. Camino Real"]),
        new("San Juan de Lurigancho", "Lima", "Lima", "15434", ["Av. Próceres de la Independencia", "Av. Canto Grande"]),
        new("Villa El Salvador", "Lima", "Lima", "15842", ["Av. Revolución", "Av. César Vallejo"]),
        new("Los Olivos", "Lima", "Lima", "15301", ["Av. Carlos Izaguirre", "Av. Antúnez de Mayolo"]),
        new("Santiago de Surco", "Lima", "Lima", "15039", ["Av. Caminos del Inca", "Av. Primavera"]),
        new("La Perla", "Callao", "Callao", "07011", ["Av. La Marina", "Av. Santa Rosa"]),
        new("Cayma", "Arequipa", "Arequipa", "04014", ["Av. Cayma", "Av. Trinidad Morán"]),
        new("Cerro Colorado", "Arequipa", "Arequipa", "04013", ["Av. Aviación", "Av. Pumacahua"]),
        new("Trujillo", "Trujillo", "La Libertad", "13001", ["Av. España", "Jr. Pizarro", "Av. Larco"]),
        new("Víctor Larco Herrera", "Trujillo", "La Libertad", "13009", ["Av. Víctor Larco", "Av. Huamán"]),
        new("Chiclayo", "Chiclayo", "Lambayeque", "14001", ["Av. Balta", "Calle Elías Aguirre"]),
        new("Wanchaq", "Cusco", "Cusco", "08002", ["Av. de la Cultura", "Av. Garcilaso"]),
        new("Piura", "Piura", "Piura", "20001", ["Av. Grau", "Av. Sánchez Cerro"]),
        new("Huancayo", "Huancayo", "Junín", "12001", ["Calle Real", "Av. Giráldez"]),
        new("Iquitos", "Maynas", "Loreto", "16001", ["Jr. Próspero", "Av. Abelardo Quiñones"]),
        new("Tacna", "Tacna", "Tacna", "23001", ["Av. San Martín", "Av. Bolognesi"]),
    ];

    /// <summary>First two octets of networks that Peruvian providers announce.</summary>
    public static readonly (int First, int Second)[] Networks =
    [
        (190, 232), (190, 233), (190, 235), (190, 236), (190, 237), (190, 238), (181, 64), (181, 65), (181, 66),
        (179, 6), (179, 7), (201, 240), (200, 48), (181, 176),
    ];

    /// <summary>The same of neighbours: Chile, Spain, the United States.</summary>
    public static readonly (int First, int Second)[] NetworksAbroad = [(190, 160), (80, 58), (73, 10)];
}
