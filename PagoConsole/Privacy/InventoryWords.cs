using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.People;
using PagoConsole.Layout;

namespace PagoConsole.Privacy;

/// <summary>Tells the inventory of personal data in the reader's language.</summary>
internal sealed class InventoryWords(IStringLocalizer<PrivacyText> text, IStringLocalizer<LayoutText> layout)
{
    public string SubjectOf(PersonalField field) => text[$"Subject_{field.Subject}"];

    public string KindOf(PersonalField field) => text[$"Kind_{field.Kind}"];

    public string PurposeOf(PersonalField field) => text[$"Purpose_{field.Purpose}"];

    public string MaskOf(PersonalField field) => text[$"Mask_{field.Mask}"];

    public string TermOf(PersonalField field) => text[$"Term_{field.Term}"];

    /// <summary>How one comes to see it whole.</summary>
    public string AccessOf(PersonalField field) => text[$"Access_{field.Access}"];

    /// <summary>Who may: the roles that have the permission.</summary>
    public string RolesOf(PersonalField field)
    {
        if (field.Permission is not { } permission) return text["Roles_None"];
        var all = Enum.GetValues<Role>();
        var may = all.Where(role => RolePermissions.Of(role).Contains(permission)).ToList();
        return may.Count == all.Length ? text["Roles_All"] : string.Join(", ", may.Select(role => layout[$"Role_{role}"].Value));
    }

    /// <summary>All that a search looks at.</summary>
    public string AllOf(PersonalField field) =>
        string.Join(' ', field.Name, SubjectOf(field), KindOf(field), PurposeOf(field), MaskOf(field), AccessOf(field), RolesOf(field), TermOf(field));
}
