using System.Reflection;
using System.Resources;
using PagoConsole.Admin.Access;
using PagoConsole.Core.Marketplace;
using PagoConsole.Core.People;
using PagoConsole.Core.People.Desk;
using PagoConsole.Core.People.SignIns;
using PagoConsole.Core.Secrets;

namespace PagoConsole.Tests.Components;

/// <summary>What the pages about access put together has its words; that each language has them all is tested elsewhere.</summary>
public sealed class AccessWordsTests
{
    [Fact]
    public void Every_state_has_a_word()
    {
        var words = new ResourceManager(typeof(AccessText).FullName!, Assembly.GetAssembly(typeof(AccessText))!);
        string[] confirmed = [nameof(UserAct.ResetPassword), nameof(UserAct.ResetSecondFactor), nameof(UserAct.SignOut), nameof(UserAct.Disable)];
        string[] keys =
        [
            .. Names<AccessTab>("Tab_"), .. Names<PersonState>("State_"), .. Names<UserAct>("Act_"), .. Names<Role>("Role_", "_What"), .. Names<Overlap>("Overlap_"),
            .. Names<SignInOutcome>("Outcome_"), .. Names<SignInMethod>("Method_"), .. Names<SecretState>("SecretState_"),
            .. Names<SecretKind>("Secret_"), .. Names<SecretKind>("Secret_", "_What"), .. Names<SecretKind>("Secret_Help_"), .. Names<SecretKind>("Secret_ShownWhat_"),
            .. Names<SecretKind>("Secret_End_What_"), .. ApiScopes.All.Select(scope => $"Scope_{scope}"),
            .. confirmed.SelectMany(act => new[] { $"Act_{act}_Title", $"Act_{act}_What" }),
        ];

        Assert.DoesNotContain(keys, key => words.GetString(key, System.Globalization.CultureInfo.InvariantCulture) is null);
    }

    private static IEnumerable<string> Names<T>(string before, string after = "")
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{before}{name}{after}");
}
