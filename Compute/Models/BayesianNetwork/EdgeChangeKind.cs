namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>What is done to an edge.</summary>
internal enum EdgeChangeKind
{
    Add,
    Delete,
    Reverse,
}
