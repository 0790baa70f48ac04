using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>What an evaluation may use besides its focus. Immutable; share one between threads.</summary>
public sealed record FhirPathContext
{
    /// <summary>Lenient, without a resolver: contained resources and entries of the enclosing Bundle still resolve.</summary>
    public static FhirPathContext Default { get; } = new();

    /// <summary>
    /// For indexing one resource at a time: <c>resolve()</c> yields an empty node of the type that the reference itself
    /// names, so that <c>where(resolve() is Patient)</c> works without reading the target.
    /// </summary>
    public static FhirPathContext Indexing { get; } = new() { Resolve = ReferenceTypes.Stub };

    /// <summary>Values of <c>%name</c>, beyond those that FHIR defines (%resource, %context, %ucum, ...).</summary>
    public IReadOnlyDictionary<string, FhirPathCollection> Variables { get; init; } = new Dictionary<string, FhirPathCollection>();

    /// <summary>Finds the target of a literal reference ("Patient/1", an absolute URL, "urn:uuid:..."); null when it is unknown.</summary>
    public Func<string, FhirPathValue?>? Resolve { get; init; }

    /// <summary>Answers <c>memberOf(valueSet)</c> for a code, Coding or CodeableConcept; null when it cannot tell.</summary>
    public Func<FhirPathValue, string, bool?>? MemberOf { get; init; }

    /// <summary>Answers <c>conformsTo(profile)</c> for profiles other than R5's own types; null when the profile is unknown.</summary>
    public Func<FhirPathValue, string, bool?>? ConformsTo { get; init; }

    /// <summary>What <c>%terminologies</c> asks; null where there is none.</summary>
    public TerminologyService? Terminologies { get; init; }

    /// <summary>Receives what <c>trace(name)</c> is called on.</summary>
    public Action<string, FhirPathCollection>? Trace { get; init; }

    /// <summary>Clock of <c>now()</c>, <c>today()</c> and <c>timeOfDay()</c>; read once in an evaluation.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// Unknown elements, type names at the start of a path that the focus is not of, conditions that are not Boolean,
    /// and places in a collection that has no order, are errors rather than empty (or true, or those of the JSON).
    /// </summary>
    public bool IsStrict { get; init; }

    /// <summary>Bound on the work of one evaluation, in function calls and items; beyond it evaluation fails.</summary>
    public long MaxSteps { get; init; } = 20_000_000;

    public CancellationToken Cancellation { get; init; }
}
