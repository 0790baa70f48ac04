using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Operators;

namespace GenoMed.Fhir.R5.FhirPath.Functions;

/// <summary><c>sort(key, -key, ...)</c> of the 3.0 ballot: stable; a minus in front of a key (or <c>desc</c> after it)
/// turns the order; an empty key comes first either way, as the official suite has it.</summary>
internal static class Sorting
{
    public static FhirPathCollection Sort(FhirPathCollection focus, Arguments arguments, Scope outer)
    {
        var keys = Enumerable.Range(0, arguments.Count).Select(arguments.SortKey).ToArray();
        var scope = outer.Child();
        var rows = focus.Select((item, i) => (Item: item, Keys: KeysOf(item, i, keys, scope))).ToArray();
        outer.Evaluation.Charge(rows.Length);
        var order = Comparer<FhirPathCollection[]>.Create((left, right) => Compare(left, right, keys));
        return FhirPathCollection.Of(rows.OrderBy(row => row.Keys, order).Select(row => row.Item));
    }

    private static FhirPathCollection[] KeysOf(FhirPathValue item, int index, (bool IsDescending, Evaluator Key)[] keys, Scope scope)
        => keys.Length == 0 ? [item] : [.. keys.Select(key => scope.Apply(key.Key, item, index))];

    private static int Compare(FhirPathCollection[] left, FhirPathCollection[] right, (bool IsDescending, Evaluator Key)[] keys)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var isDescending = keys.Length > 0 && keys[i].IsDescending;
            var order = left[i].IsEmpty || right[i].IsEmpty ? left[i].Count.CompareTo(right[i].Count)
                : (Comparison.Compare(left[i], right[i]) ?? 0) * (isDescending ? -1 : 1);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
