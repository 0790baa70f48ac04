using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary><c>is</c>, <c>as</c> and <c>ofType</c>.</summary>
internal static class TypeOperators
{
    public static FhirPathCollection Is(FhirPathCollection focus, TypeSpecifier type)
        => Singleton.Item(focus) is { } item ? FhirPathValue.Of(Known(type).Matches(item)) : FhirPathCollection.Empty;

    /// <summary>FHIR's own search parameters use it on several items, so that only strict mode forbids it.</summary>
    public static FhirPathCollection As(FhirPathCollection focus, TypeSpecifier type, Scope scope)
        => scope.IsStrict && focus.Count > 1
            ? throw new FhirPathException($"'as' takes a single value, not {focus.Count}; ofType() filters several.")
            : OfType(focus, type);

    public static FhirPathCollection OfType(FhirPathCollection focus, TypeSpecifier type)
    {
        Known(type);
        if (focus.Count == 1)
        {
            return type.Selects(focus[0]) ? focus : FhirPathCollection.Empty;
        }

        var selected = new CollectionBuilder();
        foreach (var item in focus)
        {
            if (type.Selects(item))
            {
                selected.Add(item);
            }
        }

        return selected.Build();
    }

    private static TypeSpecifier Known(TypeSpecifier type) => type.IsKnown ? type : throw new FhirPathException($"There is no type '{type.Name}'.");
}
