namespace GenoMed.Fhir.Compute.Models.Fidelity.Clinical;

/// <summary>A treated arm against one source of controls.</summary>
/// <param name="Matched">Hazard of treatment against the matched controls; nodes' terms add up.</param>
/// <param name="Unmatched">Against all candidates: what the arms' differences make of it.</param>
/// <param name="Pairs">Treated patients with a control.</param>
/// <param name="ImbalanceBefore">The largest standardised difference of a prognostic factor's mean, before matching.</param>
/// <param name="ImbalanceAfter">After it; below 0.1 counts as balanced.</param>
public sealed record ControlArm(HazardTerm Matched, HazardTerm Unmatched, int Pairs, double ImbalanceBefore, double ImbalanceAfter)
{
    internal static ControlArm Sum(IReadOnlyList<ControlArm> nodes) => new(
        nodes.Select(node => node.Matched).Aggregate((a, b) => a + b),
        nodes.Select(node => node.Unmatched).Aggregate((a, b) => a + b),
        nodes.Sum(node => node.Pairs),
        nodes.Max(node => node.ImbalanceBefore),
        nodes.Max(node => node.ImbalanceAfter));
}
