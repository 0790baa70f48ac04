using System.Net;
using System.Text;

namespace GenoMed.Fhir.Guides.Documentation;

/// <summary>A report as one page of HTML that needs nothing from anywhere else.</summary>
public static class HtmlPage
{
    private const string Style = "body{font:14px/1.5 system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse}th,td{padding:.25rem .6rem;border-bottom:1px solid #ddd;text-align:right}th:first-child,td:first-child{text-align:left}td.odd{background:#fe9}caption{text-align:left;color:#555}";

    /// <summary>The whole page.</summary>
    /// <param name="title">Plain text.</param>
    /// <param name="style">CSS beside that of all reports.</param>
    /// <param name="body">HTML.</param>
    public static string Of(string title, string style, StringBuilder body)
        => $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Text(title)}</title><style>{Style}{style}</style></head><body>{body}</body></html>";

    /// <summary>Plain text as HTML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
