using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>Functions that FHIR R5 adds (section "FHIRPath" of the specification).</summary>
internal static class FhirFunctions
{
    private const string BaseProfile = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly MemberAccess Extensions = new("extension");

    public static readonly FunctionDefinition[] All =
    [
        new("extension", 1, 1, Extension),
        new("hasValue", 0, 0, (focus, _, _) => FhirPathValue.Of(focus.Count == 1 && HasValue(focus[0]))),
        new("getValue", 0, 0, (focus, _, _) => focus.Count == 1 && HasValue(focus[0]) ? SystemOf(focus[0]) : FhirPathCollection.Empty),
        new("memberOf", 1, 1, MemberOf),
        new("conformsTo", 1, 1, ConformsTo),
        new("htmlChecks", 0, 0, (focus, _, _) => HtmlChecks(Singleton.Item(focus))),
    ];

    private static FhirPathCollection Extension(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var url = arguments.String(0, scope);
        var found = default(CollectionBuilder);
        foreach (var extension in Extensions.Evaluate(focus, scope))
        {
            if (extension.Element.ValueKind == JsonValueKind.Object && extension.Element.TryGetProperty("url"u8, out var known) && known.ValueKind == JsonValueKind.String && known.ValueEquals(url))
            {
                found.Add(extension);
            }
        }

        return found.Build();
    }

    private static bool HasValue(FhirPathValue value) => value.Value is not null && (value.IsSystem || value.TypeInfo.IsPrimitive);

    private static FhirPathValue SystemOf(FhirPathValue value) => value.Value switch
    {
        string text => FhirPathValue.Of(text),
        bool flag => FhirPathValue.Of(flag),
        int number => FhirPathValue.Of(number),
        long number => FhirPathValue.Of(number),
        decimal number => FhirPathValue.Of(number),
        PartialDateTime temporal => FhirPathValue.Of(temporal),
        _ => value,
    };

    private static FhirPathCollection MemberOf(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var (code, valueSet) = (Singleton.Item(focus), arguments.String(0, scope));
        return code is null || valueSet is null ? FhirPathCollection.Empty
            : scope.Evaluation.Context.MemberOf is { } memberOf ? BinaryOperators.Truth(memberOf(code, valueSet))
            : throw new FhirPathException("memberOf() needs a terminology, and this evaluation has none.");
    }

    private static FhirPathCollection ConformsTo(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var (item, profile) = (Singleton.Item(focus), arguments.String(0, scope));
        if (item is null || profile is null)
        {
            return FhirPathCollection.Empty;
        }

        var type = profile.StartsWith(BaseProfile, StringComparison.Ordinal) ? FhirPathType.Find(profile[BaseProfile.Length..]) : null;
        return type is not null ? FhirPathValue.Of(item.TypeInfo.Is(type))
            : scope.Evaluation.Context.ConformsTo?.Invoke(item, profile) is { } conforms ? FhirPathValue.Of(conforms)
            : throw new FhirPathException($"The profile {profile} is not known.");
    }

    // A narrative's root is its div; a text that stands elsewhere is what may stand in one.
    private static FhirPathCollection HtmlChecks(FhirPathValue? value) => value switch
    {
        { Type: "xhtml", Value: string narrative } => FhirPathValue.Of(Narrative.IsAllowed(narrative)),
        { Value: string fragment } => FhirPathValue.Of(Narrative.IsAllowed($"<div>{fragment}</div>")),
        _ => FhirPathCollection.Empty,
    };
}
