using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>Distinct values in order of arrival; a hash consistent with equality keeps large collections fast.</summary>
internal sealed class DistinctValues(Scope scope) : IEqualityComparer<FhirPathValue>
{
    private HashSet<FhirPathValue>? _set;
    private CollectionBuilder _values;

    public int Count => _values.Count;

    public void AddRange(FhirPathCollection values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <summary>False when an equal value is there already.</summary>
    public bool Add(FhirPathValue value)
    {
        var isNew = (_set ??= new HashSet<FhirPathValue>(this)).Add(value);
        if (isNew)
        {
            _values.Add(value);
        }

        return isNew;
    }

    public bool Contains(FhirPathValue value) => _set?.Contains(value) ?? false;

    public FhirPathCollection Build() => _values.Build();

    bool IEqualityComparer<FhirPathValue>.Equals(FhirPathValue? left, FhirPathValue? right)
    {
        scope.Evaluation.Charge(1);
        return left is not null && right is not null && Equality.AreEqual(left, right) == true;
    }

    // Dates and quantities of different spelling may be equal: all of them share one bucket.
    int IEqualityComparer<FhirPathValue>.GetHashCode(FhirPathValue value) => value.Value switch
    {
        null => value.Element.ValueKind == JsonValueKind.Object ? value.Element.GetPropertyCount() : 0,
        PartialDateTime => 1,
        FhirPathQuantity => 2,
        var number when Numbers.TryDecimal(number, out var exact) && exact != 0 => exact.GetHashCode(),
        var other => other.GetHashCode(),
    };
}
