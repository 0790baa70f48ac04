using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>
/// The patients in whose compartments a resource is, by the search parameters of the R5 CompartmentDefinition "Patient".
/// Reads one resource at a time, so that a whole type costs one scan however many the patients are.
/// </summary>
internal static class PatientReferences
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<FhirPathExpression>> Known = new(StringComparer.Ordinal);

    /// <summary>Whether resources of this type belong to patients.</summary>
    public static bool Has(string resourceType) => resourceType == "Patient" || Expressions(resourceType).Count > 0;

    /// <summary>The logical ids of those patients; a Patient's own among them.</summary>
    public static IEnumerable<string> Of(Resource resource, string resourceType)
    {
        var own = resourceType == "Patient" ? [resource.Id!] : Enumerable.Empty<string>();
        return resource.Json.Span.IndexOf("Patient/"u8) < 0 ? own : own.Concat(Referenced(resource, resourceType));
    }

    private static IEnumerable<string> Referenced(Resource resource, string resourceType)
    {
        foreach (var expression in Expressions(resourceType))
        {
            foreach (var value in expression.Evaluate(resource, FhirPathContext.Indexing))
            {
                if (value.Element.Text("reference") is { } text && PatientId(text) is { } id)
                {
                    yield return id;
                }
            }
        }
    }

    /// <summary>The id of a relative reference to a Patient, or null.</summary>
    public static string? PatientId(string reference)
        => FhirReference.TryParse(reference) is { Type: "Patient", BaseUrl: null, Id: var id } ? id : null;

    private static IReadOnlyList<FhirPathExpression> Expressions(string resourceType) => Known.GetOrAdd(resourceType, static type =>
        [.. R5Definitions.Instance.CompartmentParameters("Patient", type)
            .Select(code => R5Definitions.Instance.SearchParameter(type, code)?.Expression)
            .OfType<string>()
            .Select(FhirPathExpression.Parse)]);
}
