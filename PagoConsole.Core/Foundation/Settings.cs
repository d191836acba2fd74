using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace PagoConsole.Core.Foundation;

/// <summary>Registers typed settings so that every fault of every section is told at start in one message.</summary>
public static class Settings
{
    /// <summary>Binds a section to <typeparamref name="T"/> and checks its data annotations; add an <see cref="IValidateOptions{T}"/> for more.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class
    {
        services.AddOptions<T>().Configure<IConfiguration>((options, all) => ReadableSettings.Of<T>(all, section).Values.Bind(options));
        services.AddSingleton<IOptionsChangeTokenSource<T>>(s => new ConfigurationChangeTokenSource<T>(s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<T>>(s => new ByText<T>(section, s.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidateOptions<T>>(new ByAnnotations<T>(section));
        services.AddSingleton<ISettingsSection>(s => new SettingsSection<T>(s));
        return services;
    }

    /// <summary>Reads all registered settings once.</summary>
    /// <exception cref="SettingsException">Something is wrong or missing; the message names every key and what it takes.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        var faults = services.GetServices<ISettingsSection>().SelectMany(s => s.Faults()).Distinct().ToList();
        if (faults.Count > 0) throw new SettingsException(faults);
    }

    private interface ISettingsSection
    {
        IEnumerable<string> Faults();
    }

    private sealed class SettingsSection<T>(IServiceProvider services) : ISettingsSection
        where T : class
    {
        public IEnumerable<string> Faults()
        {
            try
            {
                _ = services.GetRequiredService<IOptions<T>>().Value;
                return [];
            }
            catch (OptionsValidationException faults)
            {
                return faults.Failures;
            }
        }
    }

    private sealed class ByText<T>(string section, IConfiguration all) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            ReadableSettings.Of<T>(all, section).Faults is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    private sealed class ByAnnotations<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var faults = new List<ValidationResult>();
            if (Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true))
                return ValidateOptionsResult.Success;
            return ValidateOptionsResult.Fail(faults.Select(f =>
                string.Join(", ", f.MemberNames.Select(member => section.Length == 0 ? member : $"{section}:{member}")) + $": {f.ErrorMessage}"));
        }
    }
}

/// <summary>The program cannot start with these settings.</summary>
public sealed class SettingsException(IReadOnlyCollection<string> faults)
    : Exception("PagoConsole cannot start with these settings:" + string.Concat(faults.Select(f => $"{Environment.NewLine}  - {f}")));
