using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.9 and <c>defineVariable</c>.</summary>
internal static class UtilityFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("trace", 1, 2, Trace),
        new("now", 0, 0, (_, _, scope) => FhirPathValue.Of(PartialDateTime.OfInstant(scope.Evaluation.Now))),
        new("today", 0, 0, (_, _, scope) => FhirPathValue.Of(PartialDateTime.OfInstant(scope.Evaluation.Now).To(TemporalKind.Date)!)),
        new("timeOfDay", 0, 0, (_, _, scope) => FhirPathValue.Of(TimeOfDay(scope.Evaluation.Now))),
        new("defineVariable", 1, 2, DefineVariable),
    ];

    private static FhirPathCollection Trace(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        if (scope.Evaluation.Context.Trace is { } trace)
        {
            trace(arguments.String(0, scope) ?? string.Empty, arguments.Count > 1 ? Projection(focus, arguments.Lambda(1), scope) : focus);
        }

        return focus;
    }

    private static FhirPathCollection Projection(FhirPathCollection focus, Evaluator projection, Scope outer)
    {
        var (scope, results) = (outer.Child(), default(CollectionBuilder));
        for (var i = 0; i < focus.Count; i++)
        {
            results.AddRange(scope.Apply(projection, focus[i], i));
        }

        return results.Build();
    }

    private static PartialDateTime TimeOfDay(DateTimeOffset now)
        => new(TemporalKind.Time, TemporalPrecision.Second, new DateTime(now.TimeOfDay.Ticks - (now.TimeOfDay.Ticks % TimeSpan.TicksPerMillisecond)), 3);

    // The value is evaluated on the focus as a whole, which it also sees as $this.
    private static FhirPathCollection DefineVariable(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        var name = arguments.String(0, scope) ?? throw new FhirPathException("defineVariable() needs a name.");
        if (Variables.IsReserved(name) || VariableBinding.Find(scope.Variables, name) is not null || scope.Evaluation.Context.Variables.ContainsKey(name))
        {
            throw new FhirPathException($"The variable %{name} is defined already.");
        }

        scope.Variables = new VariableBinding(name, arguments.Count > 1 ? Value(focus, arguments.Lambda(1), scope) : focus, scope.Variables);
        return focus;
    }

    private static FhirPathCollection Value(FhirPathCollection focus, Evaluator value, Scope outer)
    {
        var scope = outer.Child();
        scope.This = focus;
        return value(focus, scope);
    }
}
