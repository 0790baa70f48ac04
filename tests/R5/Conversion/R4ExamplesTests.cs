using GenoMed.Fhir.R5.Conversion;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Conversion;

public sealed class R4ExamplesTests
{
    /// <summary>Examples that R5's stricter rules refuse, or that were wrong in R4 already: nothing that a conversion may mend.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["ImagingStudy-example-xr.json"] = "procedureReference to a Procedure; R5 allows plan and activity definitions",
        ["List-prognosis.json"] = "family histories with age and deceased at once; R5 has fhs-3 against it",
        ["MedicationRequest-medrx0301.json"] = "a Practitioner as dispenser, which is an Organization in both versions",
        ["MedicationStatement-example004.json"] = "part of an Observation; R5 allows Procedure and MedicationStatement",
        ["Observation-clinical-gender.json"] = "an Encounter as performer, which neither version allows",
        ["Procedure-ambulation.json"] = "onBehalfOf beside a Practitioner; R5 has prc-1 against it",
    };

    [Fact]
    public void GivenTheOfficialR4Examples_WhenConverted_ThenEachOfATypeWithATableIsValidR5()
    {
        var types = R4Converter.Types.Except(["Bundle", "Parameters"]).ToHashSet();
        var converted = R4Examples.All().Where(file => types.Contains(file.Resource.ResourceType)).Select(file => (file.Name, Result: R4Converter.Convert(file.Resource))).ToList();
        var faults = converted
            .Select(file => (file.Name, Issues: ResourceValidator.Validate(file.Result.Resource).Where(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal).ToList()))
            .Where(file => file.Issues.Count > 0)
            .ToList();
        TestContext.Current.TestOutputHelper!.WriteLine($"{converted.Count} R4 examples of {types.Count} types, {converted.Count(file => file.Result.Issues.Count > 0)} with a remark");

        Assert.True(converted.Count > 200);
        Assert.All(Refused.Keys, name => Assert.Contains(faults, file => file.Name == name));
        faults.RemoveAll(file => Refused.ContainsKey(file.Name));
        Assert.True(faults.Count == 0, string.Join("\n", faults.SelectMany(file => file.Issues.Select(issue => $"{file.Name}: {issue.Expression}: {issue.Diagnostics}"))));
    }
}
