using System.Text.RegularExpressions;
using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Variants;

/// <summary>
/// A light check of the HGVS nomenclature (https://hgvs-nomenclature.org): the form of one variant, a reference sequence before
/// it or none. Whether the sequence has that base there is not looked up.
/// </summary>
internal static partial class Hgvs
{
    /// <summary>The code system whose codes are HGVS texts, as Genomics Reporting 3.0.0 binds them (ValueSet hgvs-vs).</summary>
    public const string System = "http://varnomen.hgvs.org";

    public static bool IsValid(TextSyntax syntax, string text) => syntax switch
    {
        TextSyntax.HgvsCoding => Coding().IsMatch(text),
        TextSyntax.HgvsProtein => Protein().IsMatch(text),
        _ => Genomic().IsMatch(text),
    };

    /// <summary>A good one, for messages.</summary>
    public static string Example(TextSyntax syntax) => syntax switch
    {
        TextSyntax.HgvsCoding => "NM_000546.6:c.743G>A, or c.743G>A",
        TextSyntax.HgvsProtein => "NP_000537.3:p.(Arg248Gln), or p.R248Q",
        _ => "NC_000017.11:g.7674220C>T",
    };

    private const string Reference = @"\A(?:(?:[A-Z]{2}_[0-9]+\.[0-9]+|ENS[A-Z]+[0-9]+(?:\.[0-9]+)?|LRG_[0-9]+(?:[tp][0-9]+)?)(?:\([A-Za-z0-9_.\-]+\))?:)?";
    private const string Change = @"(?:[ACGT]+>[ACGT]+|(?:delins|ins)(?:[ACGTN]+|\([0-9?]+\)|\[[A-Za-z0-9_.:\[\]+\-]+\]|[0-9]+(?:_[0-9]+)?(?:inv)?)|(?:del|dup|inv)[ACGTN]*|\[[0-9]+\]|=)";
    private const string AminoAcid = @"(?:Ala|Arg|Asn|Asp|Cys|Gln|Glu|Gly|His|Ile|Leu|Lys|Met|Phe|Pro|Ser|Thr|Trp|Tyr|Val|Sec|Pyl|Xaa|Ter|[ACDEFGHIKLMNPQRSTUVWYX*])";
    private const string Extent = $@"{AminoAcid}[0-9]+(?:_{AminoAcid}[0-9]+)?";
    private const string Frame = $@"{AminoAcid}?fs(?:(?:\*|Ter)(?:[0-9]+|\?)?)?";
    private const string Protein1 = $@"{Extent}(?:{Frame}|(?:delins|ins)(?:{AminoAcid}+|[0-9]+)|del|dup|{AminoAcid}?ext(?:(?:\*|Ter)?-?(?:[0-9]+|\?))?|{AminoAcid}|=|\?|\[[0-9]+\])";

    [GeneratedRegex(Reference + @"[cn]\.(?:\?|(?:[*\-]?[0-9]+(?:[+\-][0-9]+)?|\([0-9+\-*?_]+\))(?:_(?:[*\-]?[0-9]+(?:[+\-][0-9]+)?|\([0-9+\-*?_]+\)))?" + Change + @")\z")]
    private static partial Regex Coding();

    [GeneratedRegex(Reference + @"[gm]\.(?:\?|(?:[0-9]+|\([0-9?_]+\))(?:_(?:[0-9]+|\([0-9?_]+\)))?" + Change + @")\z")]
    private static partial Regex Genomic();

    [GeneratedRegex(Reference + @"p\.(?:0\??|\?|=|\(=\)|\(\?\)|" + Protein1 + @"|\(" + Protein1 + @"\))\z")]
    private static partial Regex Protein();
}
