namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// Singling out: a predicate that fits exactly one synthetic row is guessed to fit exactly one training row. The attempts
/// are the predicates that could be made.
/// </summary>
internal static class SinglingOut
{
    public static AttackCounts Univariate(AttackTables tables)
    {
        var predicates = Predicates.Univariate(tables.SyntheticRows, tables.Attempts, tables.Seed("univariate predicates"));
        return Count(tables, predicates, Predicates.Random(tables.SyntheticRows, predicates.Count, 1, tables.Seed("random univariate predicates")));
    }

    public static AttackCounts Multivariate(AttackTables tables)
    {
        var columns = tables.Options.PredicateColumns;
        var predicates = Predicates.Multivariate(tables.SyntheticRows, tables.Attempts, columns, tables.Seed("multivariate predicates"));
        return Count(tables, predicates, Predicates.Random(tables.SyntheticRows, predicates.Count, columns, tables.Seed("random multivariate predicates")));
    }

    private static AttackCounts Count(AttackTables tables, List<Condition[]> predicates, List<Condition[]> random) => new(
        predicates.Count,
        predicates.Count(tables.TrainingRows.IsSingledOut),
        random.Count(tables.TrainingRows.IsSingledOut),
        SizeCorrection.Successes([.. predicates.Select(predicate => tables.ControlRows.Matches(predicate))], tables.ControlRows.Count, tables.TrainingRows.Count));
}
