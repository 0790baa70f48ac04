using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Patching;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Tests.Patching;

/// <summary>The FHIRPath Patch cases of FHIR's test cases, all of them; none is excluded.</summary>
public sealed class OfficialFhirPathPatchTests
{
    private static readonly XNamespace Fhir = "http://hl7.org/fhir";

    [Fact]
    public void GivenTheOfficialCases_WhenApplied_ThenAllGiveWhatIsExpected()
    {
        var cases = XDocument.Load(Path.Combine(Suites.Folder("patch"), "fhir-patch-tests.xml"), LoadOptions.PreserveWhitespace).Root!.Elements("case").ToList();
        var failures = cases.Select(Failure).OfType<string>().ToList();
        SuiteResults.Write("fhirpath-patch", cases.Count - failures.Count, cases.Count);
        Assert.Equal(34, cases.Count);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static string? Failure(XElement test)
    {
        var name = test.Attribute("name")!.Value;
        try
        {
            var patched = FhirPathPatch.Read(ResourceIn(test, "diff")).Apply(ResourceIn(test, "input"));
            if (test.Element("output") is null)
            {
                return $"{name}: no error";
            }

            var expected = FhirXml.Resource(test.Element("output")!.Elements().Single());
            return JsonNode.DeepEquals(expected, JsonNode.Parse(patched.Json.Span)) ? null : $"{name}: expected {expected.ToJsonString()}, got {Encoding.UTF8.GetString(patched.Json.Span)}";
        }
        catch (OperationProblem problem)
        {
            return test.Element("error") is not null && problem.Kind == ProblemKind.Unprocessable ? null : $"{name}: {problem.Message}";
        }
    }

    private static Resource ResourceIn(XElement test, string name)
        => Resource.Parse(Encoding.UTF8.GetBytes(FhirXml.Resource(test.Element(name)!.Elements(Fhir + (name == "diff" ? "Parameters" : test.Element(name)!.Elements().Single().Name.LocalName)).Single()).ToJsonString()));
}
