namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Positions of variables, ascending, as a key.</summary>
internal sealed class VariableSet : IEquatable<VariableSet>
{
    private readonly int _hash;

    public VariableSet(int[] ascending)
    {
        Positions = ascending;
        var hash = default(HashCode);
        foreach (var position in ascending)
        {
            hash.Add(position);
        }

        _hash = hash.ToHashCode();
    }

    public int[] Positions { get; }

    public bool Equals(VariableSet? other) => other is not null && Positions.AsSpan().SequenceEqual(other.Positions);

    public override bool Equals(object? obj) => Equals(obj as VariableSet);

    public override int GetHashCode() => _hash;
}
