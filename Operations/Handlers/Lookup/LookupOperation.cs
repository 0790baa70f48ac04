using System.Text.Json;
using GenoMed.Fhir.Operations.Conformance;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Lookup;

/// <summary><c>$lookup</c>: what is known of a code (R5 codesystem-operation-lookup.html).</summary>
internal sealed class LookupOperation(ConformanceService conformance, IResourceStore store) : TerminologyOperation(ContractCatalog.Lookup, conformance, store)
{
    protected override Resource Answer(ParameterList input, Resource? instance, TerminologyService terminology)
    {
        var coding = CodeInput.Read(input, instance?.Element.Text("url"))[0];
        var url = coding.System ?? throw OperationProblem.Required("The code needs its system.", "Parameters.parameter.where(name='system')");
        var system = terminology.RequireCodeSystem(input.Optional("version") is { } version ? $"{url}|{version.AsString()}" : url);
        var concept = system.Find(coding.Code)
            ?? throw OperationProblem.NotFound($"{(system.IsComplete ? "There is no" : "This node knows no")} code '{coding.Code}' in {url}{(system.IsComplete ? string.Empty : ", of which it has the codes that its guides use")}.");
        return Answer(concept, input);
    }

    private static Resource Answer(Concept concept, ParameterList input)
    {
        var answer = new ParametersBuilder()
            .Add("name", concept.System.Name)
            .Add("version", concept.System.Version)
            .Add("display", Displays.Of(concept, input.Optional("displayLanguage")?.AsString()) ?? concept.Code);
        var wanted = input.All("property").Select(property => property.AsString()).ToHashSet();
        if (wanted.Count == 0 || wanted.Contains("definition"))
        {
            answer.Add("definition", concept.Definition);
        }

        foreach (var designation in wanted.Count == 0 || wanted.Contains("designation") ? concept.Designations : [])
        {
            answer.Add("designation", part => Designation(part, designation));
        }

        foreach (var (code, value) in Properties(concept).Where(property => wanted.Count == 0 || wanted.Contains(property.Code)))
        {
            answer.Add("property", part => part.Add("code", FhirValue.Code(code)).Add("value", value));
        }

        return answer.Build();
    }

    private static void Designation(ParametersBuilder part, JsonElement designation)
        => part.Add("language", designation.Text("language") is { } language ? FhirValue.Code(language) : null)
            .Add("use", designation.Child("use") is { } use ? new FhirValue("Coding", use) : null)
            .Add("value", designation.Text("value"));

    private static IEnumerable<(string Code, FhirValue? Value)> Properties(Concept concept)
        => concept.Parents.Select(parent => ("parent", (FhirValue?)FhirValue.Code(parent.Code)))
            .Concat(concept.Children.Select(child => ("child", (FhirValue?)FhirValue.Code(child.Code))))
            .Concat(concept.Properties.Where(property => property.Text("code") is not (null or "parent" or "child"))
                .Select(property => (property.Text("code")!, FhirValue.Read(property, "CodeSystem.concept.property"))));
}
