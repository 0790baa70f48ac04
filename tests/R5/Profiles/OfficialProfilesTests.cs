using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Profiles;

/// <summary>Profiles that others wrote: those of R5 itself (vital signs, ...) and HL7's pack of extensions, on the official examples.</summary>
public sealed class OfficialProfilesTests
{
    /// <summary>Examples that do not follow the definitions they use, each with what is wrong.</summary>
    private static readonly Dictionary<string, string> Faulty = new()
    {
        ["Basic-referral.json"] = "modifier extensions that nobody defines",
        ["CodeSystem-*.json"] = "standards-status-reason beneath standards-status, which the pack's newer definition does not allow",
        ["PlanDefinition-*.json"] = "cqf extensions on the document, which the pack allows on the relatedArtifact around it",
        ["Questionnaire-qgen-*.json"] = "questionnaire-referenceResource with a list of types in one code",
        ["StructureDefinition-*.json"] = "regex on a type, which the pack's newer definition does not allow",
        ["Patient-patient-example-sex-and-gender.json"] = "extensions with a CodeableReference, where the pack has CodeableConcept or Reference",
    };

    [Fact]
    public void GivenTheOfficialProfiles_WhenCompiled_ThenAllCanBeApplied()
    {
        var source = Source();
        var profiles = new ProfileSet(source);
        var faults = source.Urls("StructureDefinition").Where(url => !Compiles(profiles, url)).ToList();

        TestContext.Current.TestOutputHelper!.WriteLine($"{source.Urls("StructureDefinition").Count()} profiles and extensions");
        Assert.Empty(faults);
    }

    [Fact]
    public void GivenTheOfficialExamples_WhenValidatedAgainstTheirProfilesAndExtensions_ThenErrorsAreNew()
    {
        var source = new CanonicalChain(Source(), OfficialCanonicals.Instance);
        var validator = new ProfileValidator(source, new TerminologyService(source));
        var found = OfficialExamples.All(largest: 100_000)
            .Where(file => !IsFaulty(file.Name)).SelectMany(file => validator.Validate(file.Resource).Except(ResourceValidator.Validate(file.Resource)).Select(issue => (file.Name, Issue: issue))).ToList();
        foreach (var (name, issue) in found.Where(one => one.Issue.Severity != IssueSeverity.Information))
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{issue.Severity}\t{name}\t{issue.Expression}\t{issue.Diagnostics}");
        }

        Assert.DoesNotContain(found, one => one.Issue.Severity == IssueSeverity.Error);
    }

    private static bool IsFaulty(string file) => Faulty.Keys.Any(pattern => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, file));

    private static bool Compiles(ProfileSet profiles, string url)
    {
        try
        {
            return profiles.Find(url) is not null;
        }
        catch (OperationProblem problem)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(problem.Message);
            return false;
        }
    }

    // The packages that eng/compile-guides.sh keeps.
    private static CanonicalSet Source()
    {
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "genomed", "fsh", ".fhir", "packages");
        string[] folders = ["hl7.fhir.r5.core#5.0.0", "hl7.fhir.uv.extensions.r5#5.3.0-ballot-tc1"];
        Assert.SkipUnless(folders.All(folder => Directory.Exists(Path.Combine(cache, folder))), "The FHIR packages are not here; eng/compile-guides.sh fetches them.");
        return new CanonicalSet(folders.SelectMany(folder => Directory.GetFiles(Path.Combine(cache, folder, "package"), "StructureDefinition-*.json"))
            .Select(file => Resource.Parse(File.ReadAllBytes(file)))
            .Where(definition => definition.Element.Text("derivation") == "constraint"));
    }
}
