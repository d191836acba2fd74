using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using PagoConsole.Core.Evidence.PersonalData;
using PagoConsole.Core.Foundation;

namespace PagoConsole.Privacy;

/// <summary>All that is held on one person as a ZIP: a page to read and print, the same as JSON, and the files that were handed in.</summary>
internal sealed class PersonArchive(IStringLocalizer<PrivacyText> text)
{
    private const string Style =
        "body{font:14px/1.5 system-ui,sans-serif;max-width:900px;margin:24px auto;padding:0 16px;color:#111}table{border-collapse:collapse;width:100%;margin:4px 0 12px}"
        + "th,td{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:22%;font-weight:500;color:#444}p{margin:0}h2{margin-top:24px;break-after:avoid}"
        + "@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string NameOf(PersonFile file) => $"personal-data-{Lima.DayOf(file.At):yyyy-MM-dd}.zip";

    /// <summary>Writes it in the language of the culture.</summary>
    public MemoryStream Write(PersonFile file)
    {
        var all = new JsonObject
        {
            ["madeAt"] = file.At,
            ["foundBy"] = file.By.ToString(),
            ["complete"] = !file.Cut,
            ["orders"] = file.Orders.DeepClone(),
            ["accounts"] = file.Accounts.DeepClone(),
            ["lists"] = file.Lists.DeepClone(),
            ["colleague"] = file.Colleague.DeepClone(),
            ["seenBy"] = file.Seen.DeepClone(),
        };
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "personal-data.html", Encoding.UTF8.GetBytes(Page(file, all)), file.At);
            Add(zip, "personal-data.json", Encoding.UTF8.GetBytes(all.ToJsonString(Indented)), file.At);
            foreach (var attachment in file.Files) Add(zip, $"files/{attachment.Name}", attachment.Content, file.At);
        }

        content.Position = 0;
        return content;
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private string Page(PersonFile file, JsonObject all)
    {
        var page = new StringBuilder();
        var title = Html(text["File_Title"]);
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.Name}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{title}</h1><p>{Html(text["File_What", text[$"By_{file.By}"].Value, TimeZoneInfo.ConvertTime(file.At, Lima.Zone).ToString("f", CultureInfo.CurrentCulture)])}</p><p>{Html(text["File_Law"])}</p>");
        foreach (var section in ((string[])["orders", "accounts", "lists", "colleague", "seenBy"]).Where(name => all[name]!.AsArray().Count > 0))
        {
            var items = all[section]!.AsArray();
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Html(text[$"File_{section}"])} ({items.Count})</h2>");
            foreach (var item in items) Append(page, item);
        }

        return page.Append("</body></html>").ToString();
    }

    private void Append(StringBuilder page, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject owner:
                page.Append("<table>");
                foreach (var (name, value) in owner)
                {
                    page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Html(text[$"Member_{name}"] is { ResourceNotFound: false } word ? word : name)}</th><td>");
                    Append(page, value);
                    page.Append("</td></tr>");
                }

                page.Append("</table>");
                break;
            case JsonArray items:
                foreach (var item in items) Append(page, item);
                break;
            case null:
                page.Append('–');
                break;
            default:
                page.Append(CultureInfo.InvariantCulture, $"<p>{Html(node.ToString())}</p>");
                break;
        }
    }

    private static string Html(string value) => HtmlEncoder.Default.Encode(value);
}
