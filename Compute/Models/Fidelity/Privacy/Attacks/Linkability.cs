namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// Linkability: an attacker with two sources that each hold some of the features guesses that two records are one
/// patient's when they have a nearest synthetic row in common.
/// </summary>
internal static class Linkability
{
    public static AttackCounts Count(AttackTables tables, CancellationToken cancellationToken)
    {
        var (first, second) = Sources(tables);
        var neighbours = Math.Min(tables.Options.Neighbours, tables.Synthetic.Count);
        int Links(MixedRows targets) => Common(
            tables.Nearest(targets, first, neighbours, cancellationToken).Indices,
            tables.Nearest(targets, second, neighbours, cancellationToken).Indices,
            neighbours);
        return new AttackCounts(tables.Attempts, Links(tables.EncodedTraining), RandomLinks(tables, neighbours), Links(tables.EncodedControl));
    }

    private static int RandomLinks(AttackTables tables, int neighbours)
    {
        var random = new RandomStream(tables.Seed("random links"));
        int[] Draw() => Predicates.Distinct(random, tables.Synthetic.Count, neighbours);
        return Enumerable.Range(0, tables.Attempts).Count(_ => Draw().Intersect(Draw()).Any());
    }

    private static int Common(int[] first, int[] second, int neighbours) => Enumerable.Range(0, first.Length / neighbours).Count(row =>
        first.AsSpan(row * neighbours, neighbours).IndexOfAny(second.AsSpan(row * neighbours, neighbours)) >= 0);

    private static (HashSet<string> First, HashSet<string> Second) Sources(AttackTables tables)
    {
        string[] names = [.. tables.Features.Select(feature => feature.Name)];
        HashSet<string> first = tables.Options.FirstSource.Count > 0 ? [.. tables.Options.FirstSource] : [.. names.Where((_, i) => i % 2 == 0)];
        HashSet<string> second = [.. names.Where(name => !first.Contains(name))];
        var unknown = first.Except(names).Order(StringComparer.Ordinal).FirstOrDefault();
        return unknown is not null ? throw new ArgumentException($"The first source's '{unknown}' is no feature of the synthetic table.")
            : second.Count == 0 ? throw new ArgumentException("The first source holds all features: nothing is left to link.")
            : (first, second);
    }
}
