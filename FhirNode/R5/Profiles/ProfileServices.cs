using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>What the checks of one resource share.</summary>
/// <param name="Profiles">Every profile that is known.</param>
/// <param name="Terminology">For bindings.</param>
internal sealed record ProfileServices(ProfileSet Profiles, ITerminology Terminology)
{
    // A reference that leads back to where it came from must end.
    private readonly HashSet<(string Node, string Profile)> _running = [];

    /// <summary>The same with nothing running: for one resource, on one thread.</summary>
    public ProfileServices ForOneResource() => new(Profiles, Terminology);

    /// <summary>Whether a value conforms to a profile; nothing is reported. One that is being checked further up counts as conforming.</summary>
    public bool Conforms(FhirPathValue node, Profile profile, Scope scope)
    {
        if (!ConstraintWalk.IsOf(node, profile.Type))
        {
            return false;
        }

        var key = (NodePath.Of(node), profile.Url);
        if (!_running.Add(key))
        {
            return true;
        }

        var passes = Passes(node, profile.Root, profile, scope);
        _running.Remove(key);
        return passes;
    }

    /// <summary>The same for a part of a profile.</summary>
    public bool Passes(FhirPathValue node, Constraint constraint, Profile profile, Scope scope)
    {
        var report = new ValidationReport();
        new ConstraintWalk(profile, scope, report, this).Check(node, constraint);
        return !report.HasErrors;
    }
}
