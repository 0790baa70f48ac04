using Bogus;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// Deals a cohort's places by its shares: each value gets its rounded number of places, drawn by seed and independently of
/// the other features; what has no share keeps the model's own distribution over the values that none was asked for.
/// </summary>
internal static class CohortCells
{
    private const int Rest = -1;

    public static IReadOnlyList<CohortCell> Of(IReadOnlyList<CohortShare> shares, int count, long seed)
    {
        var randomizer = new Randomizer(HashCode(seed));
        CohortShare[][] features = [.. shares.GroupBy(share => share.Feature.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];
        int[][] dealt = [.. features.Select(values => randomizer.Shuffle(Places(values, count)).ToArray())];
        return [.. Enumerable.Range(0, count)
            .GroupBy(row => string.Join(',', dealt.Select(values => values[row])))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Cell([.. group], features, [.. dealt.Select(values => values[group.First()])]))];
    }

    /// <summary>How often each value is dealt, as indices into the shares of its feature.</summary>
    private static IEnumerable<int> Places(CohortShare[] values, int count)
    {
        var (left, places) = (count, new List<int>(count));
        for (var i = 0; i < values.Length; i++)
        {
            var wanted = Math.Min(left, (int)Math.Round(values[i].Share * count, MidpointRounding.AwayFromZero));
            places.AddRange(Enumerable.Repeat(i, wanted));
            left -= wanted;
        }

        places.AddRange(Enumerable.Repeat(Rest, left));
        return places;
    }

    private static CohortCell Cell(int[] rows, CohortShare[][] features, int[] dealt)
    {
        var wanted = features.Zip(dealt).Where(pair => pair.Second != Rest).Select(pair => pair.First[pair.Second]);
        var others = features.Zip(dealt).Where(pair => pair.Second == Rest).Select(pair => pair.First);
        return new CohortCell(rows, wanted.ToDictionary(share => share.Feature.Name, share => share.Value), [.. others.Select(Other)]);
    }

    private static RowCheck Other(CohortShare[] shares)
    {
        var (at, taken) = (shares[0].Offset, shares.Select(share => share.Value).ToHashSet());
        return new RowCheck($"share of {shares[0].Feature.Name}", row => taken.Contains(row[at]));
    }

    private static int HashCode(long seed) => (int)(seed ^ (seed >> 32));
}
