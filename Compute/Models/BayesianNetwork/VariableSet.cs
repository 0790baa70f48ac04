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

    /// <summary>Every subset but the empty one, itself first.</summary>
    public IEnumerable<VariableSet> Subsets() => Enumerable.Range(0, Positions.Length)
        .SelectMany(left => BayesianNetwork.Subsets.Of(Positions, Positions.Length - left))
        .Select(subset => new VariableSet(subset));

    public bool Equals(VariableSet? other) => other is not null && Positions.AsSpan().SequenceEqual(other.Positions);

    public override bool Equals(object? obj) => Equals(obj as VariableSet);

    public override int GetHashCode() => _hash;
}
