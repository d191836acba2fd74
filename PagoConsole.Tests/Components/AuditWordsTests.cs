using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using PagoConsole.Audit;
using PagoConsole.Core.Evidence.Audit;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Journal;
using PagoConsole.Core.Orders;
using PagoConsole.Privacy;
using PagoConsole.Tests.Conventions;

namespace PagoConsole.Tests.Components;

/// <summary>Whatever stands in the journal can be told in every language, and sorted.</summary>
public sealed class AuditWordsTests
{
    /// <summary>Kinds that Core writes without a constant of a class of events.</summary>
    private static readonly string[] Further = ["alarm.raised", "alarm.acknowledged", "alarm.cleared", "alarm.told", "connection.checked", "orders.imported", "signing_key.made"];

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_kind_of_entry_has_words(string culture)
    {
        using var context = new ConsoleContext(new FakeTimeProvider());
        Cultures.Speak(culture);
        var words = context.Services.GetRequiredService<AuditWords>();

        Kinds().Where(kind => words.KindOf(kind) == kind).AssertNone($"OrdersText or AuditText lacks, in {culture}, Kind_ of:");
    }

    [Fact]
    public void Every_kind_of_entry_belongs_to_an_area() =>
        Kinds().Where(kind => AuditAreas.Of(Entry(kind)) is null).AssertNone("AuditAreas does not know:");

    [Theory]
    [ClassData(typeof(Cultures))]
    public void Every_word_of_the_pages_is_there(string culture)
    {
        using var context = new ConsoleContext(new FakeTimeProvider());
        Cultures.Speak(culture);

        Has<AuditText>(context, [.. Names<AuditArea>("Area_"), .. Names<AuditWho>("Who_")]);
        Has<PrivacyText>(
            context,
            [
                .. Names<PersonalSubject>("Subject_"), .. Names<PersonalKind>("Kind_"), .. Names<PersonalPurpose>("Purpose_"), .. Names<PersonalMask>("Mask_"),
                .. Names<PersonalAccess>("Access_"), .. Names<PersonalTerm>("Term_"), .. Names<SoughtBy>("By_"), .. Names<PrivacyTab>("Tab_"),
            ]);
    }

    /// <summary>Of every class of events; what has no dot is a stream or a bell, what ends with one is a beginning.</summary>
    private static IEnumerable<string> Kinds() => typeof(OrderEvents).Assembly.GetTypes().Where(type => type.Name.EndsWith("Events", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
        .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)
        .Where(kind => kind.TrimEnd('.').Contains('.', StringComparison.Ordinal) && !kind.Contains('/', StringComparison.Ordinal) && kind != OrderEvents.WebhookProcessed)
        .Concat(Further).Distinct();

    private static JournalEntry Entry(string kind) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        Stream = "x",
        Position = 1,
        Kind = kind,
        Actor = "person:x",
        Data = "{}",
        PrevHash = [],
        Hash = [],
    };

    private static IEnumerable<string> Names<T>(string before)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => before + name);

    private static void Has<T>(ConsoleContext context, IEnumerable<string> keys)
    {
        IStringLocalizer text = context.Text<T>();
        Assert.Equal([], keys.Where(key => text[key].ResourceNotFound));
    }
}
