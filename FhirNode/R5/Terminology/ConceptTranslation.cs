using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>A code by a ConceptMap, as the Parameters of <c>$translate</c> (R5 conceptmap-operation-translate.html).</summary>
internal static class ConceptTranslation
{
    /// <exception cref="OperationProblem">NotFound: the map is not known here.</exception>
    public static Resource Of(TerminologyService terminology, string map, IReadOnlyCollection<(string? System, string Code)> codes)
    {
        var found = terminology.ConceptMap(map) ?? throw OperationProblem.NotFound($"The concept map {map} is not known here.");
        var matches = found.Items("group").SelectMany(group => Matches(group, codes)).ToList();
        var answer = new ParametersBuilder().Add("result", matches.Any(match => match.Target.Text("relationship") != "not-related-to"));
        matches.ForEach(match => answer.Add("match", part => part
            .Add("relationship", match.Target.Text("relationship") is { } relationship ? FhirValue.Code(relationship) : null)
            .Add("concept", FhirValue.Coding(new FhirCoding(match.System, match.Target.Text("code")!, match.Target.Text("display"))))));
        return answer.Build();
    }

    private static IEnumerable<(string? System, JsonElement Target)> Matches(JsonElement group, IReadOnlyCollection<(string? System, string Code)> codes)
        => group.Items("element")
            .Where(element => codes.Any(code => element.Text("code") == code.Code && (code.System is null || code.System == group.Text("source"))))
            .SelectMany(element => element.Items("target").Where(target => target.Text("code") is not null).Select(target => (group.Text("target"), target)));
}
