namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>How a text column is written. A closed set: each has a check and a FHIR shape.</summary>
public enum TextSyntax
{
    /// <summary>HGVS of the coding sequence: <c>NM_000546.6:c.743G&gt;A</c>.</summary>
    HgvsCoding,

    /// <summary>HGVS of the protein: <c>NP_000537.3:p.(Arg248Gln)</c>.</summary>
    HgvsProtein,

    /// <summary>HGVS of the genome: <c>NC_000017.11:g.7674220C&gt;T</c>.</summary>
    HgvsGenomic,
}
