using System.Net;
using System.Text;

namespace GenoMed.Fhir.Store.Index.Texts;

/// <summary>What an XHTML narrative says, without its markup.</summary>
internal static class NarrativeText
{
    public static string Of(string xhtml)
    {
        var text = new StringBuilder(xhtml.Length);
        for (var i = 0; i < xhtml.Length; i++)
        {
            if (xhtml[i] == '<')
            {
                i = EndOfTag(xhtml, i);
                text.Append(' ');
            }
            else
            {
                text.Append(xhtml[i]);
            }
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // The last character of a tag or comment; that of the text where none ends it.
    private static int EndOfTag(string xhtml, int start)
    {
        var end = xhtml.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal)
            ? xhtml.IndexOf("-->", start, StringComparison.Ordinal) is var comment && comment >= 0 ? comment + 2 : -1
            : xhtml.IndexOf('>', start);
        return end < 0 ? xhtml.Length - 1 : end;
    }
}
