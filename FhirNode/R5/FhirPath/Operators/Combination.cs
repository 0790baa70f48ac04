using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Set operations by equality; the order of first occurrence is kept.</summary>
internal static class Combination
{
    public static FhirPathCollection Union(FhirPathCollection left, FhirPathCollection right, Scope scope)
    {
        if (left.Count + right.Count <= 1)
        {
            return left.IsEmpty ? right : left;
        }

        var distinct = new DistinctValues(scope);
        distinct.AddRange(left);
        distinct.AddRange(right);
        return distinct.Build();
    }

    public static FhirPathCollection Distinct(FhirPathCollection values, Scope scope)
        => values.Count <= 1 ? values : Union(values, FhirPathCollection.Empty, scope);

    /// <summary>The items of a collection that are (or are not) in another one.</summary>
    public static FhirPathCollection Filter(FhirPathCollection values, FhirPathCollection others, bool keepMembers, Scope scope)
    {
        var set = new DistinctValues(scope);
        set.AddRange(others);
        var kept = new CollectionBuilder();
        foreach (var value in values)
        {
            if (set.Contains(value) == keepMembers)
            {
                kept.Add(value);
            }
        }

        return kept.Build();
    }
}
