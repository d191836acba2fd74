using PagoConsole.Core.Foundation;

namespace PagoConsole.Core.Evidence.PersonalData;

/// <summary>Kinds of journal entries about personal data that somebody saw or took, where no slice has one of its own.</summary>
public static class PersonalDataEvents
{
    /// <summary>Somebody looked at an account's personal data.</summary>
    public const string AccountUnmasked = "account.unmasked";

    /// <summary>Somebody looked at what an entry of a list names.</summary>
    public const string ListEntryUnmasked = "list.unmasked";

    /// <summary>Somebody took out all that is held on one person.</summary>
    public const string PersonExported = "person_data.exported";

    /// <summary>The stream of a day, for what belongs to no order and no account.</summary>
    public static string StreamOf(DateTimeOffset now) => $"personal/{Lima.DayOf(now):yyyy-MM-dd}";
}
