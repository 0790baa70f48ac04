using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Tests.Dictionary;

public sealed class DictionaryLoaderTests
{
    private const string Head = """
        format: 1
        guide: toy
        version: 1.0.0
        title: A disease nobody thought of
        canonical: https://example.org/toy
        systems: {loinc: http://loinc.org}
        missing: [""]
        identifier: {column: PID, system: urn:toy}
        condition: {label: Toy disease, codes: [guide|toy]}
        features:

        """;

    public static TheoryData<string, string> Broken { get; } = new()
    {
        { "  - {name: X, type: continuos, role: input, carrier: observation}", "line 11, feature X: 'continuos' is no type" },
        { "  - {name: X, type: continuous, role: inptu, carrier: observation}", "line 11, feature X: 'inptu' is no role" },
        { "  - {name: X, type: continuous, role: input}", "line 11, feature X: 'carrier' is missing" },
        { "  - {name: X, type: continuous, role: input, carrier: observation, rnage: [0, 1]}", "line 11, feature X: unknown key 'rnage'" },
        { "  - {name: X, type: continuous, role: input, carrier: gender}", "feature X: a Gender cannot carry a Continuous feature" },
        { "  - {name: X, type: category, role: input, carrier: observation}", "feature X: a category feature lists its 'categories'" },
        { "  - {name: X, type: continuous, role: input, carrier: observation, codes: [lonic|1-1]}", "feature X: unknown code system 'lonic'" },
        { "  - {name: X, type: continuous, role: input, carrier: observation, limits: [5, 1]}", "feature X: the lowest value is above the highest" },
        { "  - {name: X, type: continuous, role: input, carrier: observation, limits: [a, 1]}", "feature X: 'a' is not a number" },
        { "  - {name: X, type: binary, role: input, carrier: {kind: variant, panel: none}}", "feature X: a variant names one of the dictionary's panels" },
        { "  - {name: X, type: continuous, role: input, carrier: {kind: observation, group: none}}", "feature X: no group 'none'" },
        { "  - {name: 'X Y', type: continuous, role: input, carrier: observation}", "a name becomes part of a FHIR id" },
        { "  - {name: X, type: continuous, role: input, carrier: observation}\n  - {name: X, type: continuous, role: input, carrier: observation}", "the feature 'X' stands there 2 times" },
        { "  - {name: X, type: category, role: input, carrier: observation, categories: [a, {code: b, synonyms: [A]}]}", "the category spelling 'A' stands there 2 times" },
        { "  - {name: X, type: time-to-event, role: outcome, carrier: follow-up}", "a TimeToEvent feature has 2 columns, not 1" },
        { "  - {name: X, type: [", "line " },
        { "  - {name: X, type: continuous, role: input, carrier: observation, decimals: 1.5}", "feature X: 'decimals' is a whole number" },
        { "  - {name: X, type: count, role: input, carrier: observation, decimals: 1}", "feature X: a Count feature has no 'decimals'" },
        { "  - {name: X, type: continuous, role: input, carrier: observation}\nrules: [{id: r, label: r, impossible: Y > 1, source: s}]", "rule r: 'Y' at 0" },
        { "  - {name: X, type: continuous, role: input, carrier: observation}\nrules: [{id: r, label: r, possible: X > 1}]", "unknown key 'possible'" },
        { "  - {name: X, type: continuous, role: input, carrier: observation}\nrules: [{id: r, label: r, impossible: X > 1}]", "'source' is missing" },
        { "  []", "the dictionary has no features" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void GivenABrokenDictionary_WhenLoaded_ThenFileLineAndFeatureAreNamed(string features, string complaint)
    {
        var problem = Assert.Throws<OperationProblem>(() => Load(Head + features + "\n"));

        Assert.StartsWith("data-dictionary.yaml", problem.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GivenANewerFormat_WhenLoaded_ThenItIsRefused()
        => Assert.Contains("format is '2'", Assert.Throws<OperationProblem>(() => Load(Head.Replace("format: 1", "format: 2", StringComparison.Ordinal) + "  []\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("analysis: {outcome: X}", "analysis: 'X' is no time-to-event feature of role outcome; there are: T")]
    [InlineData("analysis: {score: none}", "analysis: 'outcome' is missing")]
    [InlineData("analysis: {outcome: T, scroe: none}", "analysis: unknown key 'scroe'")]
    public void GivenAnAnalysisThatDoesNotFit_WhenLoaded_ThenItSaysWhatWould(string analysis, string complaint)
        => Assert.Contains(complaint, Assert.Throws<OperationProblem>(() => LoadWith(analysis)).Message, StringComparison.Ordinal);

    [Fact]
    public void GivenAnAnalysis_WhenLoaded_ThenOutcomeAndScoreAreItsOwn()
    {
        var analysis = LoadWith("analysis: {outcome: T, score: points}").Head.Analysis!;
        Assert.Equal(("T", "points"), (analysis.Outcome, analysis.Score));
        Assert.Null(LoadWith("groups: {}").Head.Analysis);
    }

    [Fact]
    public void GivenATemplate_WhenLoaded_ThenOneFeatureAnItem()
    {
        var dictionary = Load(Head + """
              - name: "lab_{id}"
                label: "Serum {label}"
                type: continuous
                role: input
                carrier: observation
                items:
                  ldh: {label: LDH}
                  b2m: loinc|1952-1
            """ + "\n");

        Assert.Equal(["lab_ldh", "lab_b2m"], dictionary.Schema.Features.Select(feature => feature.Name));
        Assert.Equal("Serum LDH", dictionary["lab_ldh"].Feature.Label);
        Assert.Equal("https://example.org/toy/CodeSystem/terms|lab_ldh", dictionary["lab_ldh"].Codings[0].Key);
        Assert.Equal("http://loinc.org|1952-1", dictionary["lab_b2m"].Codings[0].Key);
        Assert.Equal(FeatureRole.Input, dictionary["lab_b2m"].Feature.Role);
    }

    private static DataDictionary LoadWith(string entry) => Load(Head.Replace("features:", entry + "\nfeatures:", StringComparison.Ordinal) + """
          - {name: X, type: continuous, role: input, carrier: observation}
          - {name: T, type: time-to-event, role: outcome, columns: [T_DAYS, T_SEEN], carrier: follow-up, unit: d}

        """);

    private static DataDictionary Load(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory();
        var path = Path.Combine(folder.FullName, "data-dictionary.yaml");
        File.WriteAllText(path, yaml);
        try
        {
            return DataDictionary.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
