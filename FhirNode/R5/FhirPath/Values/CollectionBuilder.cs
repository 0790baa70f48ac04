namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Gathers values; the first one costs no array. Pass by reference.</summary>
internal struct CollectionBuilder
{
    private FhirPathValue? _first;
    private FhirPathValue[]? _many;

    public int Count { get; private set; }

    public void Add(FhirPathValue value)
    {
        if (Count == 0)
        {
            _first = value;
        }
        else
        {
            Append(value);
        }

        Count++;
    }

    public void AddRange(FhirPathCollection values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    public readonly FhirPathCollection Build() => Count switch
    {
        0 => FhirPathCollection.Empty,
        1 => new FhirPathCollection(_first!),
        _ => new FhirPathCollection(_many!, Count),
    };

    private void Append(FhirPathValue value)
    {
        _many ??= [_first!, null!, null!, null!];
        if (Count == _many.Length)
        {
            Array.Resize(ref _many, Count * 2);
        }

        _many[Count] = value;
    }
}
