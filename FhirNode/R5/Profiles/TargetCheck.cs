using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>
/// <c>targetProfile</c>: the type by the reference itself; the profile where the target is contained or an entry of the
/// Bundle around it. A target elsewhere was checked when it was written.
/// </summary>
internal static class TargetCheck
{
    public static void Check(FhirPathValue node, List<string> targets, ProfileServices services, Scope scope, ValidationReport report, string profile)
    {
        var known = targets.Select(services.Profiles.Find).ToList();
        var reference = node.Type == "CodeableReference" ? node.Element.Child("reference") ?? default : node.Element;
        if (known.Contains(null) || ReferenceTargets.TypeOf(reference, node) is not { } type)
        {
            return;
        }

        var target = reference.Text("reference") is { } literal ? FhirPath.Functions.References.Find(node, literal, scope.Evaluation) : null;
        if (!known.Any(one => IsTarget(type, one!)))
        {
            report.Error(IssueCode.Value, $"The reference points to a {type}; it should point to {string.Join(" or ", targets)} ({profile}).", node);
        }
        else if (target is { Element.ValueKind: System.Text.Json.JsonValueKind.Object } && !known.Any(one => services.Conforms(target, one!, scope)))
        {
            report.Error(IssueCode.Value, $"What the reference points to conforms to none of {string.Join(", ", targets)} ({profile}).", node);
        }
    }

    private static bool IsTarget(string type, Profile profile) => Definitions.R5Definitions.Instance.IsSubtype(type, profile.Type);
}
