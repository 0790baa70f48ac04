namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A child and its parents; a set, whatever the order in which it is written.</summary>
internal sealed class Family : IEquatable<Family>
{
    private readonly int _hash;

    public Family(int child, IEnumerable<int> parents)
    {
        Child = child;
        Parents = [.. parents.Order()];
        var hash = default(HashCode);
        hash.Add(child);
        foreach (var position in Parents)
        {
            hash.Add(position);
        }

        _hash = hash.ToHashCode();
    }

    public int Child { get; }

    /// <summary>Ascending.</summary>
    public int[] Parents { get; }

    /// <summary>Child and parents, ascending.</summary>
    public int[] Variables => [.. Parents.Append(Child).Order()];

    /// <summary>The family with that parent taken out, or put in where it is not there.</summary>
    public Family Toggle(int parent) => new(Child, Parents.Contains(parent) ? Parents.Where(p => p != parent) : Parents.Append(parent));

    public bool Equals(Family? other) => other is not null && Child == other.Child && Parents.AsSpan().SequenceEqual(other.Parents);

    public override bool Equals(object? obj) => Equals(obj as Family);

    public override int GetHashCode() => _hash;
}
