using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Orders;
using PagoConsole.Shared;

namespace PagoConsole.ReviewQueue.Case;

/// <summary>Who buys, and what is known of them: whole for whoever has the case in hand, masked for everybody else.</summary>
public sealed partial class CaseBuyer
{
    [Inject]
    internal IStringLocalizer<CaseText> Text { get; set; } = default!;

    [Parameter, EditorRequired]
    public required CaseFileView View { get; set; }

    /// <summary>Unmasks with a reason.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Actor, Task<Refusal?>> Unmask { get; set; }

    [Parameter]
    public EventCallback OnUnmasked { get; set; }

    private OrderContent Content => View.Content;

    private string Contact => string.Join(" · ", new[] { Content.Account.Phone, Content.Account.Email }.Where(part => !string.IsNullOrEmpty(part)).DefaultIfEmpty("–"));

    private string? AddressText => Content.ShippingAddress is { } a
        ? string.Join(", ", new[] { a.Line1, a.Line2, a.District, a.Province, a.Region, a.Country }.Where(part => !string.IsNullOrWhiteSpace(part)))
        : null;

    private string? ItemsText => Content.Items.Count == 0
        ? null
        : string.Join(", ", Content.Items.Select(item => $"{item.Quantity} × {item.Title ?? item.Sku ?? item.Category ?? "–"}"));

    /// <summary>The country of the network address, as it was found when the order was assessed.</summary>
    private string? Country
    {
        get
        {
            if (View.File.Assessment is not { } assessment) return null;
            using var facts = JsonDocument.Parse(assessment.Facts);
            return facts.RootElement.TryGetProperty("outside", out var outside) && outside.TryGetProperty("country", out var country)
                && country.GetString() is { } code ? CountryWords.NameOf(code) : null;
        }
    }

    private string? DeviceWord => View.Account?.Devices.FirstOrDefault(device => device.Fingerprint == Content.Device?.Fingerprint) is { } device
        ? (string)Text[device.Bound ? "Device_Bound" : device.Orders + device.Logins > 1 ? "Device_Seen" : "Device_New", device.Orders, device.Logins]
        : null;

    private string AgeOf()
    {
        var age = View.File.Order.PlacedAt - View.File.Order.AccountCreatedAt;
        return age.TotalDays >= 2 ? Text["Age_Days", ((int)age.TotalDays).ToString("N0", CultureInfo.CurrentCulture)]
            : age.TotalHours >= 2 ? Text["Age_Hours", (int)age.TotalHours]
            : Text["Age_Minutes", Math.Max(0, (int)age.TotalMinutes)];
    }

    private string HistoryOf()
    {
        var others = (View.Account?.Orders ?? []).Where(order => order.OrderId != View.Case.OrderId).ToList();
        if (others.Count == 0) return Text["History_None"];
        var paid = others.Count(order => order.Status.HasMoney());
        var rejected = others.Count(order => order.Status == OrderStatus.Rejected);
        var fraud = others.Count(order => order.Fraud == true);
        return Text["History_Line", others.Count, paid, rejected, fraud];
    }
}
