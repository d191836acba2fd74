using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PagoConsole.Core.Evidence.Chain;
using PagoConsole.Core.Evidence.Packs;
using PagoConsole.Hosting;

namespace PagoConsole.Evidence.Packs;

/// <summary>Draws the pages of a pack: plain HTML with its style in it, that loads nothing and runs nothing.</summary>
internal sealed class PackPages(IServiceProvider services, ILoggerFactory logs) : IPackPages
{
    private static readonly Lazy<string> Css = new(ReadCss);

    /// <summary>The style of the pages.</summary>
    public static string Style => Css.Value;

    public IReadOnlyList<string> Languages { get; } = ["es", "en", "zh"];

    public Task<string> SummaryAsync(EvidenceChainView chain, PackFacts facts, string language) => DrawAsync<SummaryPage>(chain, facts, language);

    public Task<string> VerifierAsync(EvidenceChainView chain, PackFacts facts, string language) => DrawAsync<VerifierPage>(chain, facts, language);

    private async Task<string> DrawAsync<TPage>(EvidenceChainView chain, PackFacts facts, string language)
        where TPage : IComponent
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ConsoleCultures.For(language)!; // of this flow alone: it ends here
            var page = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { ["Chain"] = chain, ["Facts"] = facts, ["Language"] = language }));
            return page.ToHtmlString();
        });
    }

    private static string ReadCss()
    {
        using var css = typeof(PackPages).Assembly.GetManifestResourceStream("pack.css")!;
        return new StreamReader(css, Encoding.UTF8).ReadToEnd();
    }
}
