namespace GenoMed.Fhir.R5.References;

/// <summary>What a string that may hold a URL is.</summary>
public enum UrlRole
{
    /// <summary><c>Reference.reference</c>.</summary>
    Reference,

    /// <summary>An element of type uri, url, canonical, oid or uuid.</summary>
    Uri,

    /// <summary>A narrative, whose links and images may hold URLs.</summary>
    Narrative,
}
