using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary>FHIRPath 2.0 §5.2 and <c>aggregate</c>, <c>sort</c>.</summary>
internal static class FilteringFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("where", 1, 1, Where),
        new("select", 1, 1, Select),
        new("repeat", 1, 1, Repeat),
        new("repeatAll", 1, 1, RepeatAll),
        new("aggregate", 1, 2, Aggregate),
        new("sort", 0, int.MaxValue, Sorting.Sort),
        new("coalesce", 1, int.MaxValue, Coalesce),
    ];

    private static FhirPathCollection Where(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var (condition, scope, kept) = (arguments.Lambda(0), outer.Child(), default(CollectionBuilder));
        for (var i = 0; i < focus.Count; i++)
        {
            if (Singleton.Boolean(scope.Apply(condition, focus[i], i), outer.IsStrict) == true)
            {
                kept.Add(focus[i]);
            }
        }

        return kept.Build();
    }

    private static FhirPathCollection Select(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var (projection, scope, results) = (arguments.Lambda(0), outer.Child(), default(CollectionBuilder));
        for (var i = 0; i < focus.Count; i++)
        {
            results.AddRange(scope.Apply(projection, focus[i], i));
        }

        return results.Build();
    }

    // Items already found are not visited again, so that cycles end; the budget ends what grows for ever.
    private static FhirPathCollection Repeat(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var (projection, scope, found) = (arguments.Lambda(0), outer.Child(), new DistinctValues(outer));
        var pending = new Queue<FhirPathValue>(focus);
        for (var i = 0; pending.TryDequeue(out var item); i++)
        {
            foreach (var next in scope.Apply(projection, item, i))
            {
                if (found.Add(next))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return found.Build();
    }

    private static FhirPathCollection RepeatAll(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var (projection, scope, found) = (arguments.Lambda(0), outer.Child(), default(CollectionBuilder));
        var pending = new Queue<FhirPathValue>(focus);
        for (var i = 0; pending.TryDequeue(out var item); i++)
        {
            foreach (var next in scope.Apply(projection, item, i))
            {
                found.Add(next);
                pending.Enqueue(next);
            }
        }

        return found.Build();
    }

    private static FhirPathCollection Aggregate(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var (aggregator, scope) = (arguments.Lambda(0), outer.Child());
        scope.Total = arguments.Count > 1 ? arguments.Evaluate(1, outer) : FhirPathCollection.Empty;
        for (var i = 0; i < focus.Count; i++)
        {
            scope.Total = scope.Apply(aggregator, focus[i], i);
        }

        return scope.Total;
    }

    private static FhirPathCollection Coalesce(FhirPathCollection focus, Arguments arguments, Scope scope)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments.Evaluate(i, scope) is { IsEmpty: false } found)
            {
                return found;
            }
        }

        return FhirPathCollection.Empty;
    }
}
