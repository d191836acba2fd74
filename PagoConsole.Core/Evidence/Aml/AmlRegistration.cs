using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PagoConsole.Core.Evidence.Aml.Cases;
using PagoConsole.Core.Evidence.Aml.Counting;
using PagoConsole.Core.Evidence.Aml.LegalNumbers;
using PagoConsole.Core.Evidence.Aml.Monitor;
using PagoConsole.Core.Evidence.Aml.Rates;
using PagoConsole.Core.Evidence.Aml.Register;
using PagoConsole.Core.Evidence.Aml.Reports;
using PagoConsole.Core.Foundation;
using PagoConsole.Core.Foundation.Jobs;
using PagoConsole.Core.Storage;

namespace PagoConsole.Core.Evidence.Aml;

/// <summary>Registers the work against money laundering; the host gives the words of its workbooks.</summary>
internal static class AmlRegistration
{
    public static IServiceCollection AddAml(this IServiceCollection services) => services
        .AddSettings<AmlOptions>(AmlOptions.Section)
        .AddSingleton<IValidateOptions<AmlOptions>, CheckAmlOptions>()
        .AddSingleton(s => new LegalBook(s.GetRequiredService<IOptions<AmlOptions>>()))
        .AddSingleton<RateBook>()
        .AddSingleton<EnterRates>()
        .AddSingleton(s => new CountPayments(Contexts(s), s.GetRequiredService<Writes>(), s.GetRequiredService<Dialect>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IHostedService>(s => new AmlPump(
            s.GetRequiredService<CountPayments>(), s.GetRequiredService<Bells>(), s.GetRequiredService<SelfAddress>(), s.GetRequiredService<ILogger<AmlPump>>()))
        .AddSingleton(s => new AmlMonitor(Contexts(s), s.GetRequiredService<LegalBook>(), s.GetRequiredService<RateBook>()))
        .AddSingleton(s => new DocumentFile(Contexts(s), s.GetRequiredService<LegalBook>(), s.GetRequiredService<RateBook>()))
        .AddSingleton(s => new AmlRegister(Contexts(s), s.GetRequiredService<LegalBook>(), s.GetRequiredService<RateBook>()))
        .AddSingleton(s => new ExportRegister(
            s.GetRequiredService<Writes>(), s.GetRequiredService<AmlRegister>(), s.GetRequiredService<IAmlWords>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<FindDocument>()
        .AddSingleton<OpenAmlCase>()
        .AddSingleton<NoteAmlCase>()
        .AddSingleton<ChangeAmlReasons>()
        .AddSingleton<ConcludeAmlCase>()
        .AddSingleton<ReportAmlCase>()
        .AddSingleton<AmlCaseActions>()
        .AddSingleton<AmlCaseList>()
        .AddSingleton<AmlCaseFile>()
        .AddSingleton(s => new DraftReport(
            s.GetRequiredService<Writes>(), s.GetRequiredService<AmlCaseFile>(), s.GetRequiredService<IAmlWords>(), s.GetRequiredService<IOptionsMonitor<AmlOptions>>(),
            s.GetRequiredService<TimeProvider>()))
        .AddSingleton<WarnOfAmlDeadlines>()
        .AddSingleton<IScheduledJob, AmlDeadlinesJob>();

    private static IDbContextFactory<PagoDb> Contexts(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<PagoDb>>();
}
