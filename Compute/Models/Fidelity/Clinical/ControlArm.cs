namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>A treated arm against one source of controls.</summary>
/// <param name="Matched">Hazard of treatment against the matched controls; nodes' terms add up.</param>
/// <param name="Unmatched">Against all candidates: what the arms' differences make of it.</param>
/// <param name="Pairs">Treated patients with a control.</param>
/// <param name="ImbalanceBefore">The largest standardised difference of a prognostic factor's mean, before matching.</param>
/// <param name="ImbalanceAfter">After it; below 0.1 counts as balanced.</param>
public sealed record ControlArm(HazardTerm Matched, HazardTerm Unmatched, int Pairs, double ImbalanceBefore, double ImbalanceAfter)
{
    /// <summary>Hazard of treatment against all candidates by overlap weights, with robust errors; says nothing where a node is older than this.</summary>
    public HazardTerm Weighted { get; init; } = new(0, 0);

    /// <summary>As how many controls of full weight the candidates then count.</summary>
    public double EffectiveControls { get; init; }

    /// <summary>The largest standardised difference of a factor's weighted means.</summary>
    public double ImbalanceWeighted { get; init; }

    internal static ControlArm Sum(IReadOnlyList<ControlArm> nodes) => new(
        nodes.Select(node => node.Matched).Aggregate((a, b) => a + b),
        nodes.Select(node => node.Unmatched).Aggregate((a, b) => a + b),
        nodes.Sum(node => node.Pairs),
        nodes.Max(node => node.ImbalanceBefore),
        nodes.Max(node => node.ImbalanceAfter))
    {
        Weighted = nodes.Select(node => node.Weighted).Aggregate((a, b) => a + b),
        EffectiveControls = nodes.Sum(node => node.EffectiveControls),
        ImbalanceWeighted = nodes.Max(node => node.ImbalanceWeighted),
    };
}
