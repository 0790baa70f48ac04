using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Validation;
using GenoMed.Fhir.R5.Validation.Rules;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Applies what resources claim and what extensions are defined by.</summary>
internal sealed class ProfileVisitor(ProfileServices services, Scope scope, ValidationReport report) : INodeVisitor
{
    public void Resource(FhirPathValue node)
    {
        foreach (var claim in node.Element.Child("meta")?.Items("profile") ?? [])
        {
            if (claim.GetString() is { } url)
            {
                Demand(node, url, IssueSeverity.Warning);
            }
        }
    }

    /// <summary>Checks a resource against a profile.</summary>
    /// <param name="node">The resource.</param>
    /// <param name="url">The profile.</param>
    /// <param name="unknown">How bad it is when the profile is not known here.</param>
    public void Demand(FhirPathValue node, string url, string unknown)
    {
        if (Find(node, url) is not { } profile)
        {
            report.Add(unknown, IssueCode.NotFound, $"The profile {url} is not known here, so that the resource was not checked against it.", node);
        }
        else if (!ConstraintWalk.IsOf(node, profile.Type))
        {
            report.Error(IssueCode.Invalid, $"The profile {url} is for a {profile.Type}; this is a {node.Type}.", node);
        }
        else
        {
            new ConstraintWalk(profile, scope, report, services).Check(node, profile.Root);
        }
    }

    public void Extension(FhirPathValue node, bool isModifier)
    {
        var url = node.Element.Text("url");
        if (url is null || !IsAbsolute(url))
        {
            return;
        }

        if (Find(node, url) is { Type: "Extension" } profile)
        {
            Defined(node, profile);
        }
        else if (isModifier)
        {
            report.Error(IssueCode.NotSupported, $"The modifier extension {url} is not known here; what it modifies cannot be understood without it.", node);
        }
    }

    // The parts of a complex extension are named without a URL; its own definition speaks of them.
    private static bool IsAbsolute(string url) => url.Contains(':', StringComparison.Ordinal);

    private void Defined(FhirPathValue node, Profile profile)
    {
        new ConstraintWalk(profile, scope, report, services).Check(node, profile.Root);
        if (!ExtensionContext.Allows(profile, node))
        {
            report.Error(IssueCode.Structure, $"The extension {profile.Url} is not meant for this place.", node);
        }
    }

    // A definition that cannot be applied is the definition's fault, not the resource's.
    private Profile? Find(FhirPathValue node, string url)
    {
        try
        {
            return services.Profiles.Find(url);
        }
        catch (OperationProblem problem)
        {
            report.Warning(IssueCode.NotSupported, problem.Message, node);
            return null;
        }
    }
}
