using GenoMed.Fhir.R5.Conversion;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Validation;

namespace GenoMed.Fhir.R5.Tests.Conversion;

public sealed class R4ExamplesTests
{

    /// <summary>Examples that break a rule of R4 itself, which R5 has too.</summary>
    private static readonly Dictionary<string, string> Exclusions = new()
    {
        ["MedicationRequest-medrx0301.json"] = "dispenseRequest.performer points to a Practitioner; both versions allow an Organization",
        ["Observation-clinical-gender.json"] = "performer points to an Encounter; neither version allows one",
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
        Assert.Equal(Exclusions.Keys.Order(), faults.Select(file => file.Name).Intersect(Exclusions.Keys).Order());
        faults.RemoveAll(file => Exclusions.ContainsKey(file.Name));
        Assert.True(faults.Count == 0, string.Join("\n", faults.SelectMany(file => file.Issues.Select(issue => $"{file.Name}: {issue.Expression}: {issue.Diagnostics}"))));
    }
}
