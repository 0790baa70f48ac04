using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Validation;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>
/// Checks resources against FHIR R5 and against profiles: those that a resource claims in <c>meta.profile</c>, those asked
/// for, and the definitions of extensions. A profile is compiled once and kept; use one instance for many resources.
/// </summary>
/// <param name="source">The StructureDefinitions that are known.</param>
/// <param name="terminology">For bindings and <c>memberOf()</c>.</param>
public sealed class ProfileValidator(ICanonicalSource source, ITerminology terminology)
{
    private readonly ProfileSet _profiles = new(source);
    private readonly FhirPathContext _context = ResourceValidator.Rules with { MemberOf = (value, valueSet) => Membership.Of(terminology, value, valueSet) };

    /// <summary>The issues found; empty where the resource is valid.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="profiles">Profiles that it must conform to beside those that it claims.</param>
    public IReadOnlyList<OutcomeIssue> Validate(Resource resource, params IReadOnlyList<string> profiles)
    {
        var structure = ResourceValidator.Structure(resource);
        if (structure.Count > 0)
        {
            return structure;
        }

        var report = new ValidationReport();
        var root = FhirPathValue.Of(resource);
        var scope = new Scope(new Evaluation(_context, new FhirPathCollection(root)));
        var visitor = new ProfileVisitor(new ProfileServices(_profiles, terminology), scope, report);
        new RuleWalk(report, scope, visitor).Resource(root);
        foreach (var profile in profiles)
        {
            visitor.Demand(root, profile, IssueSeverity.Error);
        }

        return report.Issues;
    }
}
