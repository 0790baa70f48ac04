using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary><c>resolve()</c> of FHIR, and the keys of SQL on FHIR v2.</summary>
internal static class ReferenceFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("resolve", 0, 0, Resolve),
        new("getResourceKey", 0, 0, (focus, _, _) => focus.FirstOrDefault is { } resource ? ResourceKey(resource) : FhirPathCollection.Empty),
        new("getReferenceKey", 0, 1, ReferenceKeys),
    ];

    private static FhirPathCollection Resolve(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var found = default(CollectionBuilder);
        foreach (var item in focus)
        {
            scope.Evaluation.Charge(1);
            if (References.Text(item) is { } reference && References.Find(item, reference, scope.Evaluation) is { } target)
            {
                found.Add(target);
            }
        }

        return found.Build();
    }

    // Type and id, so that keys of different types never meet; getReferenceKey yields the same text.
    private static FhirPathCollection ResourceKey(FhirPathValue resource)
        => resource.Element.ValueKind == JsonValueKind.Object && resource.Element.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String
            ? FhirPathValue.Of($"{resource.Type}/{id.GetString()}")
            : FhirPathCollection.Empty;

    private static FhirPathCollection ReferenceKeys(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var keys = default(CollectionBuilder);
        foreach (var item in focus)
        {
            if (References.Text(item) is { } reference && ReferenceTypes.Parse(reference) is var (type, id) && (arguments.Count == 0 || arguments.Types[0].Name == type))
            {
                keys.Add(FhirPathValue.Of($"{type}/{id}"));
            }
        }

        return keys.Build();
    }
}
