using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>Types as functions, and reflection.</summary>
internal static class TypeFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("is", 1, 1, (focus, arguments, _) => TypeOperators.Is(focus, arguments.Types[0])),
        new("as", 1, 1, (focus, arguments, scope) => TypeOperators.As(focus, arguments.Types[0], scope)),
        new("ofType", 1, 1, (focus, arguments, _) => TypeOperators.OfType(focus, arguments.Types[0])),
        new("type", 0, 0, (focus, _, _) => FhirPathCollection.Of(focus.Select(Reflect))),
    ];

    private static FhirPathValue Reflect(FhirPathValue value)
        => new(FhirPathType.Reflected, new ReflectedType(value.IsSystem ? "System" : "FHIR", value.Type));
}
