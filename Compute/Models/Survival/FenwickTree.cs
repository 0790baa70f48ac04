namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>Counts of what was added at ranks 0..size-1, with prefix sums in O(log size).</summary>
internal sealed class FenwickTree(int size)
{
    private readonly long[] _tree = new long[size + 1];

    public long Total { get; private set; }

    public void Add(int rank)
    {
        Total++;
        for (var i = rank + 1; i < _tree.Length; i += i & -i)
        {
            _tree[i]++;
        }
    }

    /// <summary>How many were added at ranks below the given one.</summary>
    public long Below(int rank)
    {
        var sum = 0L;
        for (var i = rank; i > 0; i -= i & -i)
        {
            sum += _tree[i];
        }

        return sum;
    }
}
