using System.Globalization;

namespace PagoConsole.Core.Reconciliation.Workbooks;

/// <summary>The words of workbooks; they are the host's.</summary>
public interface IWorkbookWords
{
    /// <summary>The culture of a language that the console speaks.</summary>
    CultureInfo CultureOf(string language);

    /// <summary>A text in a language, whatever language the thread has.</summary>
    string Of(string key, CultureInfo culture);
}
