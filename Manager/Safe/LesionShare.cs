using GenoMed.Fhir.Compute.Models.Fidelity;
using GenoMed.Fhir.Compute.Models.Fidelity.Privacy;

namespace GenoMed.Fhir.Manager.Safe;

/// <summary>How many patients have a lesion.</summary>
/// <param name="Name">The feature's.</param>
/// <param name="Label">For people.</param>
/// <param name="Real">Of the patients looked at for it, at the nodes that tell; null where none does.</param>
/// <param name="Synthetic">The same of the synthetic patients; null where none was looked at.</param>
public sealed record LesionShare(string Name, string Label, Proportion? Real, Proportion? Synthetic)
{
    private const double Level = 0.95;

    internal static IReadOnlyList<LesionShare> Of(SafePlan plan, IReadOnlyList<SafeEvidence> nodes) =>
    [
        .. plan.Lesions.Select(name => new LesionShare(
            name,
            plan.Schema[name].Label is { Length: > 0 } label ? label : name,
            Share([.. nodes.Where(node => node.Real!.Columns[name].Sum() == node.Rows).Select(node => node.Real!.Columns[name])]),
            Share([nodes[0].Synthetic!.Columns[name]]))),
    ];

    /// <summary>Cells: without, with, not known.</summary>
    private static Proportion? Share(long[][] tables)
    {
        var (without, with) = (tables.Sum(cells => cells[0]), tables.Sum(cells => cells[1]));
        return without + with == 0 ? null : Proportion.Of(with, (int)(without + with), Level);
    }
}
