namespace GenoMed.Fhir.R5.References;

/// <summary>The forms of <c>Reference.reference</c>.</summary>
public enum ReferenceKind
{
    /// <summary><c>Patient/1</c> or <c>Patient/1/_history/2</c>.</summary>
    Relative,

    /// <summary>An absolute URL, of a resource on some server or of anything else.</summary>
    Absolute,

    /// <summary><c>urn:uuid:...</c> or <c>urn:oid:...</c>.</summary>
    Urn,

    /// <summary><c>#id</c> of a contained resource, or <c>#</c> for the containing one.</summary>
    Contained,
}
