namespace PagoConsole.Sandbox.Shoppers;

/// <summary>Something for sale; prices in whole units, the cents are always 90.</summary>
internal sealed record Product(string Sku, string Title, string Category, int From, int To);

/// <summary>What the marketplace sells.</summary>
internal static class Catalogue
{
    public static readonly Product[] Everyday =
    [
        new("CASE-IP", "Funda para celular", "accessories", 19, 59), new("LEGO-21", "Bloques de construcción", "toys", 89, 289),
        new("BOOK-PE", "Los ríos profundos", "books", 35, 69), new("ZAP-RUN", "Zapatillas de running", "sports", 149, 399),
        new("CAFE-VR", "Café de Villa Rica 1 kg", "groceries", 45, 79), new("PERF-50", "Perfume 50 ml", "beauty", 99, 349),
        new("OLLA-6L", "Olla arrocera 1.8 L", "home", 119, 259), new("AUR-BT", "Audífonos inalámbricos", "electronics", 89, 499),
        new("LIC-600", "Licuadora 600 W", "appliances", 129, 329), new("POL-ALP", "Polo de algodón pima", "fashion", 49, 119),
        new("MOCH-30", "Mochila 30 L", "fashion", 89, 219), new("TAB-10", "Tablet 10\"", "electronics", 449, 749),
    ];

    public static readonly Product[] Dear =
    [
        new("TV-55", "TV 55\"", "electronics", 1299, 2499), new("CEL-PRO", "Celular 256 GB", "electronics", 1499, 4499),
        new("LAP-14", "Laptop 14\"", "electronics", 1899, 4299), new("REF-400", "Refrigeradora 400 L", "appliances", 1399, 3499),
        new("CART-PIEL", "Cartera de diseñador", "fashion-luxury", 899, 2999),
        new("CONS-5", "Consola de videojuegos", "electronics", 1999, 2899),
        new("LAV-18", "Lavadora 18 kg", "appliances", 1199, 2299),
    ];

    public static readonly Product[] OverLimit =
    [
        new("TV-85", "TV 85\" OLED", "electronics", 5999, 9499), new("LAP-WS", "Laptop para diseño", "electronics", 6499, 9999),
        new("CAM-FF", "Cámara full frame", "electronics", 5499, 8999), new("RELOJ-LX", "Reloj suizo", "fashion-luxury", 5299, 9899),
    ];

    /// <summary>What programs buy: sold on within the hour.</summary>
    public static readonly Product GiftCard = new("GIFT-100", "Tarjeta de regalo", "gift-cards", 99, 199);

    /// <summary>What may not be sold for cash at all.</summary>
    public static readonly Product GiftCardForResale = new("GIFT-RES", "Tarjeta de regalo para reventa", "gift-cards-resale", 99, 199);
}
