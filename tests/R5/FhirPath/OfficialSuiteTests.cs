using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Values;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.R5.Tests.FhirPath;

public sealed class OfficialSuiteTests
{
    private readonly Dictionary<string, Resource?> _inputs = [];

    [Fact]
    public void GivenOfficialSuite_WhenEvaluated_ThenEveryCaseOutsideTheExclusionsPasses()
    {
        var folder = Suites.Folder("fhirpath");
        var cases = OfficialCase.Read(Path.Combine(folder, "tests-fhir-r5.xml"));
        var failures = cases.Select(test => (Case: test, Failure: Run(folder, test))).Where(result => result.Failure is not null).ToList();
        SuiteResults.Write("fhirpath", cases.Count - failures.Count, cases.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count - failures.Count} of {cases.Count} pass");

        var unexpected = failures.Where(result => !Exclusions.Reasons.ContainsKey(result.Case.Name)).ToList();
        Assert.True(unexpected.Count == 0, string.Join("\n", unexpected.Select(result => $"{result.Case.Name}: {result.Case.Expression.Trim()}\n    {result.Failure}")));
        var passing = Exclusions.Reasons.Keys.Except(failures.Select(result => result.Case.Name)).ToList();
        Assert.True(passing.Count == 0, "Excluded, but they pass: " + string.Join(", ", passing));
    }

    private string? Run(string folder, OfficialCase test)
    {
        try
        {
            var results = Evaluate(folder, test);
            return test.Invalid is null ? Difference(test, results) : $"expected a {test.Invalid} error, got {Show(results)}";
        }
        catch (FhirPathException e)
        {
            return test.Invalid is null ? e.Message : null;
        }
        catch (FileNotFoundException e)
        {
            return e.Message;
        }
    }

    // An expression that must be refused for what it means is checked in strict mode; all others run as users run them.
    private FhirPathCollection Evaluate(string folder, OfficialCase test)
    {
        var context = FhirPathContext.Default with { IsStrict = test.Invalid is "semantic" or "execution", Terminologies = TerminologyService.Official };
        var expression = FhirPathExpression.Parse(test.Expression);
        var focus = test.Input is null ? FhirPathCollection.Empty : FhirPathValue.Of(Input(folder, test.Input));
        return expression.Evaluate(focus, context);
    }

    private Resource Input(string folder, string name)
    {
        if (!_inputs.TryGetValue(name, out var known))
        {
            var json = Path.Combine(folder, Path.ChangeExtension(name, ".json"));
            known = _inputs[name] = File.Exists(json) ? Resource.Parse(File.ReadAllBytes(json)) : OfXml(folder, name);
        }

        return known ?? throw new FileNotFoundException($"{name} has no JSON form");
    }

    private static Resource? OfXml(string folder, string name)
        => Path.Combine(folder, name) is var path && name.StartsWith("parameters-", StringComparison.Ordinal) && File.Exists(path) ? XmlParameters.Read(path) : null;

    private static string? Difference(OfficialCase test, FhirPathCollection results)
    {
        if (test.Predicate == true)
        {
            return results.IsEmpty == (test.Outputs[0].Text == "false") ? null : $"predicate: {Show(results)}";
        }

        var same = results.Count == test.Outputs.Count && results.Zip(test.Outputs).All(pair => IsSame(pair.First, pair.Second));
        return same ? null : $"expected [{string.Join(", ", test.Outputs)}], got {Show(results)}";
    }

    private static bool IsSame(FhirPathValue actual, (string? Type, string Text) expected)
    {
        var type = actual.Type is "Date" or "DateTime" or "Time" or "String" or "Boolean" or "Integer" or "Decimal" ? char.ToLowerInvariant(actual.Type[0]) + actual.Type[1..] : actual.Type;
        var text = expected.Text.StartsWith('@') ? expected.Text.TrimStart('@', 'T') : expected.Text;
        return actual.ToString() == text && (expected.Type is null || expected.Type == type || (expected.Type == "dateTime" && type == "date") || (actual.Value is decimal && expected.Type == "decimal"));
    }

    private static string Show(FhirPathCollection values) => "[" + string.Join(", ", values.Select(value => $"{value.Type} {value}")) + "]";
}
