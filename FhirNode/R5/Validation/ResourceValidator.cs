using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Validation;

/// <summary>
/// Checks a resource against FHIR R5 itself: its structure (known elements, arrays and single values, JSON types and
/// formats of primitives, cardinality, codes of required bindings, no property twice) in one walk over its bytes; then,
/// where the structure is in order, the invariants of the base definitions and the types that references point to.
/// </summary>
public static class ResourceValidator
{
    /// <summary>A message with more issues than this helps nobody; further ones are left out.</summary>
    public const int MaxIssues = 100;

    /// <summary>Work that the rules of one resource may take, in FHIRPath steps; a rule beyond it is reported as not evaluated.</summary>
    private const long MaxRuleSteps = 5_000_000;

    // What a reference outside of the resource points to is known by its type only.
    internal static readonly FhirPathContext Rules = FhirPathContext.Indexing with
    {
        MaxSteps = MaxRuleSteps,
        Terminologies = TerminologyService.Official,
        MemberOf = (value, valueSet) => Membership.Of(TerminologyService.Official, value, valueSet),
    };

    /// <summary>The issues found; empty where the resource is valid.</summary>
    public static IReadOnlyList<OutcomeIssue> Validate(Resource resource)
    {
        var structure = Structure(resource);
        if (structure.Count > 0)
        {
            return structure;
        }

        var report = new ValidationReport();
        var root = FhirPathValue.Of(resource);
        new RuleWalk(report, new Scope(new Evaluation(Rules, new FhirPathCollection(root))), visitor: null).Resource(root);
        return report.Issues;
    }

    /// <summary>The issues of the structure alone, in the order of the text.</summary>
    internal static IReadOnlyList<OutcomeIssue> Structure(Resource resource)
    {
        var walk = new ValidationWalk(R5Definitions.Instance);
        var reader = new Utf8JsonReader(resource.Json.Span, new JsonReaderOptions { MaxDepth = Resource.MaxDepth });
        reader.Read();
        walk.Root(ref reader);
        return walk.Issues;
    }
}
