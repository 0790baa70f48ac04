namespace GenoMed.Fhir.Node.Tests.Search.Filters;

/// <summary>Filters of random logic, and what they find by the sets that their tests find.</summary>
internal sealed class RandomFilter(Random random, IReadOnlyList<(string Test, IReadOnlySet<string> Found)> tests, IReadOnlySet<string> all)
{
    public (string Filter, IReadOnlySet<string> Found) Next(int depth)
    {
        var (filter, found) = Term(depth);
        for (var more = random.Next(3); more > 0; more--)
        {
            // From left to right, neither word before the other.
            var (right, other) = Term(depth);
            var isAnd = random.Next(2) == 0;
            filter = $"{filter} {(isAnd ? "and" : "or")} {right}";
            found = isAnd ? found.Intersect(other).ToHashSet() : found.Union(other).ToHashSet();
        }

        return (filter, found);
    }

    private (string Filter, IReadOnlySet<string> Found) Term(int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return tests[random.Next(tests.Count)];
        }

        var (inner, found) = Next(depth - 1);
        return random.Next(2) == 0 ? ($"({inner})", found) : ($"not ({inner})", all.Except(found).ToHashSet());
    }
}
