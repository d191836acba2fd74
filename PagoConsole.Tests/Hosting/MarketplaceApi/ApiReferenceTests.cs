using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.Orders;
using PagoConsole.Core.Review;
using PagoConsole.Hosting;
using PagoConsole.Hosting.MarketplaceApi;
using PagoConsole.Hosting.MarketplaceApi.Documentation;
using PagoConsole.Hosting.MarketplaceApi.Parsing;
using PagoConsole.Tests.Conventions;
using PagoConsole.Tests.Infrastructure;

namespace PagoConsole.Tests.Hosting.MarketplaceApi;

/// <summary>The reference says what the code does: the same fields, the same words, for every kind there is.</summary>
public sealed class ApiReferenceTests
{
    private static readonly Dictionary<string, Func<WireObject, object>> Readers = new()
    {
        ["placeOrder"] = body => OrderReader.Read(body, DateTimeOffset.MaxValue.AddDays(-1)),
        ["cancelOrder"] = CancelRequest.Read,
        ["shipOrder"] = EventReaders.Shipment,
        ["deliverOrder"] = EventReaders.Delivery,
        ["requestRefund"] = RefundRequest.Read,
        ["openDispute"] = EventReaders.Dispute,
        ["labelOrder"] = LabelRequest.Read,
        ["answerInformation"] = InformationRequest.Read,
        ["recordLogin"] = EventReaders.Login,
    };

    public static TheoryData<string> Calls => [.. Readers.Keys];

    [Fact]
    public void Every_call_with_a_body_is_tested_here() => Assert.Equal(Docs().Where(doc => doc.Body is not null).Select(doc => doc.Name).Order(), Readers.Keys.Order());

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task An_example_is_taken_and_has_every_field_that_is_described(string call)
    {
        var doc = Doc(call);

        Assert.NotNull((await Bodies.ReadAsync(doc.BodyExample!, Readers[call])).Value);
        Assert.Equal(Described(doc.Body!).Order(), Leaves(JsonNode.Parse(doc.BodyExample!)!).Select(leaf => leaf.Replace(".0", "", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_field_that_is_described_is_read(string call)
    {
        var example = JsonNode.Parse(Doc(call).BodyExample!)!.AsObject();

        foreach (var leaf in Leaves(example))
        {
            var (value, _) = await Bodies.ReadAsync(example.With(leaf, new JsonObject()).ToJsonString(), Readers[call]);
            Assert.True(value is null, $"{call} overlooks {leaf}");
        }
    }

    [Fact]
    public void An_answer_has_the_fields_that_are_described()
    {
        Assert.Equal(Described(typeof(OrderWithTimelineAnswer)).Order(), Names(typeof(OrderDocument), "").Order());
        Assert.Equal(Enum.GetNames<OrderStatus>().Order(), AllowedStatuses().Order());
    }

    [Fact]
    public void Everything_that_can_happen_to_an_order_has_words()
    {
        var kinds = Constants(typeof(OrderEvents)).Concat(Constants(typeof(ReviewEvents))).Concat(Constants(typeof(CallbackEvents))).Concat(Constants(typeof(MoneyEvents)));

        kinds.Except([OrderEvents.Unmasked, OrderEvents.DeliveryUnmasked, ReviewEvents.Bell, ReviewEvents.Prefix, MoneyEvents.Prefix]).Where(kind => !TimelineWords.Knows(kind)).AssertNone("The timeline has no words for:");
    }

    [Fact]
    public void A_kind_without_words_is_told_by_its_name()
    {
        var entry = new JournalEntry
        {
            At = DateTimeOffset.UnixEpoch,
            Stream = "order/1",
            Position = 1,
            Kind = "order.turned_blue",
            Actor = "job:x",
            Data = """{"reason":"cold"}""",
            PrevHash = [],
            Hash = [],
        };

        Assert.Equal("order turned blue (cold).", TimelineWords.Of(entry).Text);
    }

    [Fact]
    public void Every_refusal_has_a_status_and_a_title()
    {
        foreach (var code in Enum.GetValues<RefusalCode>())
        {
            Assert.InRange(RefusalStatus.Of(code), 400, 409);
            Assert.NotEmpty(ProblemWords.TitleOf(code));
            Assert.Matches("^[a-z-]+$", ProblemWords.KindOf(code));
        }
    }

    private static IEnumerable<ApiDoc> Docs() =>
        typeof(ApiDocs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<ApiDoc>();

    private static ApiDoc Doc(string name) => Docs().Single(doc => doc.Name == name);

    private static IEnumerable<string> Described(Type type) => Names(type, "");

    private static IEnumerable<string> Names(Type type, string path)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = path + JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var of = property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? property.PropertyType.GetGenericArguments()[0]
                : property.PropertyType;
            // The decision is stored as text; what is in it is the assessment's to test.
            var hasParts = of.Assembly == typeof(ApiDoc).Assembly && of != typeof(DecisionAnswer) || of == typeof(PaymentDocument) || of == typeof(TimelineEntry);
            foreach (var part in hasParts ? Names(of, name + ".") : [name]) yield return part;
        }
    }

    private static IEnumerable<string> Leaves(JsonNode node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Leaves(field.Value!, $"{path}.{field.Key}")),
        JsonArray list => list.SelectMany((item, index) => Leaves(item!, $"{path}.{index}")),
        _ => [path[1..]],
    };

    private static IEnumerable<string> AllowedStatuses() =>
        typeof(OrderAnswer).GetProperty(nameof(OrderAnswer.Status))!
            .GetCustomAttribute<System.ComponentModel.DataAnnotations.AllowedValuesAttribute>()!.Values.Cast<string>();

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!);
}
