namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>The FHIR shapes that a feature can travel in. A closed set: a new disease combines them, it adds none.</summary>
public enum CarrierKind
{
    /// <summary><c>Patient.gender</c>; the categories' codings are AdministrativeGender codes.</summary>
    Gender,

    /// <summary><c>Condition.onsetAge</c>: no birth date is invented.</summary>
    OnsetAge,

    /// <summary>A further coding of <c>Condition.code</c>, such as the WHO class.</summary>
    Diagnosis,

    /// <summary>An Observation with a Quantity or a coded value; within a group, a component of the group's Observation.</summary>
    Observation,

    /// <summary>
    /// A finding of a panel: an Observation (Genomics Reporting variant) where present, nothing where absent,
    /// and the panel's list of what was studied tells absent from not tested.
    /// </summary>
    Variant,

    /// <summary>A further component of a variant's Observation, such as the allele frequency; there is none where the variant is not.</summary>
    VariantDetail,

    /// <summary>A Procedure: <c>completed</c> is 1, <c>not-done</c> is 0.</summary>
    Procedure,

    /// <summary>A follow-up Observation: the duration as Quantity, the event as a component.</summary>
    FollowUp,
}
