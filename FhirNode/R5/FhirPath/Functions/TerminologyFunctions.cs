using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>The terminology service API of FHIR's FHIRPath (section "Terminology Service API"), on <c>%terminologies</c>.</summary>
internal static class TerminologyFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("expand", 1, 2, (focus, arguments, scope) => Ask(focus, terminologies => Expand(terminologies, Set(terminologies, arguments, scope)))),
        new("validateVS", 2, 3, (focus, arguments, scope) => Ask(focus, terminologies => IsMember(Set(terminologies, arguments, scope), Coded(arguments, 1, scope)))),
        new("validateCS", 2, 3, (focus, arguments, scope) => Ask(focus, terminologies => IsCode(terminologies.RequireCodeSystem(Url(arguments, 0, scope)), Coded(arguments, 1, scope)))),
        new("lookup", 1, 2, (focus, arguments, scope) => Ask(focus, terminologies => Lookup(terminologies, Coded(arguments, 0, scope)))),
        new("translate", 2, 3, (focus, arguments, scope) => Ask(focus, terminologies => ConceptTranslation.Of(terminologies, Url(arguments, 0, scope), Coded(arguments, 1, scope)))),
    ];

    // What a terminology server refuses yields nothing, so that an expression over many codes goes on.
    private static FhirPathCollection Ask(FhirPathCollection focus, Func<TerminologyService, Resource?> ask)
    {
        if (focus.FirstOrDefault is not { Value: TerminologyService terminologies })
        {
            throw new FhirPathException("The function is one of %terminologies.");
        }

        try
        {
            return ask(terminologies) is { } answer ? FhirPathValue.Of(answer) : FhirPathCollection.Empty;
        }
        catch (OperationProblem)
        {
            return FhirPathCollection.Empty;
        }
    }

    private static ValueSetContent Set(TerminologyService terminologies, Arguments arguments, Scope scope)
        => arguments.Evaluate(0, scope).FirstOrDefault is { Type: "ValueSet", Element: var sent } ? terminologies.ValueSet(sent) : terminologies.RequireValueSet(Url(arguments, 0, scope));

    private static string Url(Arguments arguments, int index, Scope scope) => arguments.String(index, scope) ?? string.Empty;

    private static List<(string? System, string Code)> Coded(Arguments arguments, int index, Scope scope)
        => Singleton.Item(arguments.Evaluate(index, scope)) is { } value ? [.. BindingCheck.Codes(value)] : [];

    private static Resource Expand(TerminologyService terminologies, ValueSetContent set) => JsonOutput.Write("ValueSet", json =>
    {
        json.WriteOptional("url"u8, set.Url);
        json.WriteStartObject("expansion"u8);
        json.WriteNumber("total"u8, set.Expand().Count);
        json.WriteStartArray("contains"u8);
        foreach (var concept in set.Expand())
        {
            new FhirCoding(concept.System, concept.Code, concept.Display).WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static Resource? IsMember(ValueSetContent set, List<(string? System, string Code)> codes)
    {
        var answers = codes.Select(code => set.Contains(code.System, code.Code)).ToList();
        return answers.Contains(true) ? Result(true) : answers.Contains(null) ? null : Result(false);
    }

    private static Resource IsCode(CodeSystem system, List<(string? System, string Code)> codes)
        => Result(codes.Any(code => (code.System is null || code.System == system.Url) && system.Find(code.Code) is not null));

    private static Resource? Lookup(TerminologyService terminologies, List<(string? System, string Code)> codes)
        => codes.Select(code => code.System is { } system ? terminologies.RequireCodeSystem(system).Find(code.Code) : null).OfType<Concept>().FirstOrDefault() is { } concept
            ? new ParametersBuilder().Add("name", concept.System.Name).Add("display", concept.Display).Build()
            : null;

    private static Resource Result(bool result) => new ParametersBuilder().Add("result", result).Build();
}
