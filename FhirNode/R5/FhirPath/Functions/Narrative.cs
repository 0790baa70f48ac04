using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>The rules for the XHTML of narratives (FHIR R5, Narrative: invariants txt-1 and txt-2).</summary>
internal static class Narrative
{
    private static readonly FrozenSet<string> Elements = ("p br div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd pre table caption colgroup col thead tr tfoot tbody th td code samp img a span b em i strong "
        + "small big tt dfn q var abbr acronym cite blockquote hr address bdo kbd del ins sub sup map area").Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> Attributes = ("abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset cite class colspan compact coords "
        + "dir frame headers height href hreflang hspace id lang longdesc name nowrap rel rev rowspan rules scope shape span src start style summary tabindex title type valign value vspace width").Split(' ').ToFrozenSet();

    /// <summary>Whether it is well-formed, its root is a div with content, and only allowed elements and attributes occur.</summary>
    public static bool IsAllowed(string html)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader);
            return root.Name.LocalName == "div" && (root.Value.Trim().Length > 0 || root.Descendants().Any(element => element.Name.LocalName == "img"))
                && root.DescendantsAndSelf().All(element => Elements.Contains(element.Name.LocalName) && element.Attributes().All(IsAllowed));
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool IsAllowed(XAttribute attribute)
        => attribute.IsNamespaceDeclaration || attribute.Name.Namespace == XNamespace.Xml || Attributes.Contains(attribute.Name.LocalName);
}
