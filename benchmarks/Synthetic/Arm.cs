using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Spine.Benchmarks;

namespace GenoMed.Fhir.Synthetic.Benchmarks;

/// <summary>Whose rows a generator is trained on.</summary>
/// <param name="Name">federated, centralised, or the node that trains alone.</param>
/// <param name="Nodes">Who takes part.</param>
/// <param name="Rows">All rows that the generator has seen.</param>
internal sealed record Arm(string Name, IReadOnlyList<(string Name, FeatureTable Table)> Nodes, FeatureTable Rows)
{
    public const string Federated = "federated";
    public const string Centralised = "centralised";

    /// <summary>All nodes together, all rows in one place, each node alone.</summary>
    public static IReadOnlyList<Arm> Of(Split split) =>
    [
        new(Federated, split.Nodes, split.Training),
        new(Centralised, [("all", split.Training)], split.Training),
        .. split.Nodes.Select(node => new Arm(node.Name, [node], node.Table)),
    ];
}
