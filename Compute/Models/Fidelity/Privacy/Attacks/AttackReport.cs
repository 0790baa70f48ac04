using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// The three attacks that the European data protection authorities' opinion on anonymisation (WP216) names, as Anonymeter
/// carries them out (Giomi and others, PoPETs 2023): counts only, which add up over nodes.
/// </summary>
public sealed record AttackReport
{
    /// <summary>Predicates of one column.</summary>
    public required AttackCounts SinglingOutUnivariate { get; init; }

    /// <summary>Predicates of several columns.</summary>
    public required AttackCounts SinglingOutMultivariate { get; init; }

    /// <summary>Two sources joined.</summary>
    public required AttackCounts Linkability { get; init; }

    /// <summary>By secret feature; those whose counts are small are together as <c>rare features 1</c> and on.</summary>
    public required IReadOnlyDictionary<string, AttackCounts> Inference { get; init; }

    /// <summary>Attacks one node's rows with a synthetic table, over the features of the latter.</summary>
    /// <param name="training">The rows that the generator learned from.</param>
    /// <param name="control">Rows of the same population that it did not.</param>
    /// <param name="synthetic">What the attacker holds.</param>
    /// <param name="options">What is tried.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A table has too few rows, lacks a feature or describes it otherwise; or an option names no feature.</exception>
    public static AttackReport Of(
        FeatureTable training, FeatureTable control, FeatureTable synthetic, AttackOptions options, CancellationToken cancellationToken = default)
    {
        foreach (var (name, table) in new[] { ("training", training), ("control", control), ("synthetic", synthetic) })
        {
            if (table.Count < options.MinimumRows)
            {
                throw new ArgumentException($"The {name} table has {table.Count} rows: expected {options.MinimumRows} or more.");
            }
        }

        var tables = new AttackTables(training, control, synthetic, options);
        var k = options.MinimumCell;
        return new AttackReport
        {
            SinglingOutUnivariate = SinglingOut.Univariate(tables).Widened(k),
            SinglingOutMultivariate = SinglingOut.Multivariate(tables).Widened(k),
            Linkability = Attacks.Linkability.Count(tables, cancellationToken).Widened(k),
            Inference = SmallSecrets.Together(Attacks.Inference.Count(tables, Secrets(synthetic.Schema, options), cancellationToken), k),
        };
    }

    /// <summary>All nodes' attacks together; of each secret those of the nodes that tell of it.</summary>
    public static AttackReport Sum(IReadOnlyList<AttackReport> nodes) => new()
    {
        SinglingOutUnivariate = AttackCounts.Sum([.. nodes.Select(node => node.SinglingOutUnivariate)]),
        SinglingOutMultivariate = AttackCounts.Sum([.. nodes.Select(node => node.SinglingOutMultivariate)]),
        Linkability = AttackCounts.Sum([.. nodes.Select(node => node.Linkability)]),
        Inference = nodes.SelectMany(node => node.Inference).GroupBy(secret => secret.Key)
            .ToDictionary(secret => secret.Key, secret => AttackCounts.Sum([.. secret.Select(node => node.Value)])),
    };

    private static Feature[] Secrets(FeatureSchema schema, AttackOptions options) => options.Secrets.Count > 0
        ? [.. options.Secrets.Select(name => schema[name])]
        : schema.Features.Count > 1 ? [.. schema.Features.Where(feature => feature.Type != FeatureType.Vector)] : [];
}
