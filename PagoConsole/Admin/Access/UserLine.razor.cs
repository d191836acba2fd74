using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.People.Desk;
using PagoConsole.Layout;

namespace PagoConsole.Admin.Access;

/// <summary>One person of the list, with what can be done about them; nobody is offered what nobody does to himself.</summary>
public sealed partial class UserLine
{
    [Inject]
    internal IStringLocalizer<AccessText> Text { get; set; } = default!;

    [Inject]
    internal IStringLocalizer<LayoutText> Names { get; set; } = default!;

    [Parameter, EditorRequired]
    public required PersonLine Person { get; set; }

    /// <summary>Whether it is who looks.</summary>
    [Parameter]
    public bool Own { get; set; }

    [Parameter]
    public EventCallback<UserAct> OnAct { get; set; }

    private IEnumerable<UserAct> Acts =>
        from act in Enum.GetValues<UserAct>()
        where act switch
        {
            UserAct.Roles => !Person.Provided,
            UserAct.ResetPassword => !Own && !Person.Provided && Person.State != PersonState.Disabled,
            UserAct.ResetSecondFactor => !Own && Person.SecondFactor,
            UserAct.SignOut => Person.State != PersonState.Disabled,
            UserAct.Disable => !Own && Person.State != PersonState.Disabled,
            UserAct.Enable => Person.State == PersonState.Disabled,
        }
        select act;
}
