using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.5: for each type, <c>toX()</c> and <c>convertsToX()</c>; and <c>iif</c>.</summary>
internal static class ConversionFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("iif", 2, 3, Iif),
        .. Pair("Boolean", Convert.Boolean),
        .. Pair("Integer", Convert.Integer),
        .. Pair("Long", Convert.Long),
        .. Pair("Decimal", Convert.Decimal),
        .. Pair("String", Convert.String),
        .. Pair("Date", value => Convert.Temporal(value, TemporalKind.Date)),
        .. Pair("DateTime", value => Convert.Temporal(value, TemporalKind.DateTime)),
        .. Pair("Time", value => Convert.Temporal(value, TemporalKind.Time)),
        new("toQuantity", 0, 1, (focus, arguments, scope) => Quantity(focus, arguments, scope)),
        new("convertsToQuantity", 0, 1, (focus, arguments, scope) => focus.IsEmpty ? focus : FhirPathValue.Of(Quantity(focus, arguments, scope) is not null)),
    ];

    private static FunctionDefinition[] Pair(string type, Func<object, FhirPathValue?> convert) =>
    [
        new("to" + type, 0, 0, (focus, _, _) => Converted(focus, convert)),
        new("convertsTo" + type, 0, 0, (focus, _, _) => focus.IsEmpty ? focus : FhirPathValue.Of(Converted(focus, convert) is not null)),
    ];

    private static FhirPathValue? Converted(FhirPathCollection focus, Func<object, FhirPathValue?> convert)
        => Singleton.Item(focus)?.Value is { } value ? convert(value) : null;

    private static FhirPathValue? Quantity(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        if (Singleton.Item(focus)?.Value is not { } value || Convert.Quantity(value) is not { } quantity)
        {
            return null;
        }

        if (arguments.Count == 0 || arguments.String(0, scope) is not { } unit)
        {
            return FhirPathValue.Of(quantity);
        }

        return Quantities.ConvertTo(quantity, unit) is { } converted ? FhirPathValue.Of(new FhirPathQuantity(converted, unit)) : null;
    }

    // The criterion and the branches see the item as $this; only the branch that is taken is evaluated.
    private static FhirPathCollection Iif(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        Singleton.Item(focus);
        var scope = outer.Child();
        scope.This = focus;
        scope.Evaluation.Charge(1);
        var isTrue = Singleton.Boolean(scope.Isolated(arguments.Lambda(0), focus), outer.IsStrict) == true;
        return isTrue ? scope.Isolated(arguments.Lambda(1), focus)
            : arguments.Count > 2 ? scope.Isolated(arguments.Lambda(2), focus)
            : FhirPathCollection.Empty;
    }
}
