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
public sealed class ProfileValidator
{
    private readonly ProfileServices _services;
    private readonly FhirPathContext _context;

    /// <param name="source">The StructureDefinitions that are known.</param>
    /// <param name="terminology">For bindings, <c>memberOf()</c> and <c>%terminologies</c>.</param>
    public ProfileValidator(ICanonicalSource source, TerminologyService terminology)
    {
        _services = new ProfileServices(new ProfileSet(source), terminology);
        _context = ResourceValidator.Rules with
        {
            MemberOf = (value, valueSet) => Membership.Of(terminology, value, valueSet),
            Terminologies = terminology,
            ConformsTo = Conforms,
        };
    }

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
        var scope = Scope(root);
        var visitor = new ProfileVisitor(_services.ForOneResource(), scope, report);
        new RuleWalk(report, scope, visitor).Resource(root);
        foreach (var profile in profiles)
        {
            visitor.Demand(root, profile, IssueSeverity.Error);
        }

        return report.Issues;
    }

    // Asked in the middle of an evaluation, which must find its own scope as it left it.
    private bool? Conforms(FhirPathValue value, string url)
        => _services.Profiles.Find(url) is { } profile ? _services.ForOneResource().Conforms(value, profile, Scope(value)) : null;

    private Scope Scope(FhirPathValue focus) => new(new Evaluation(_context, new FhirPathCollection(focus)));
}
