using GenoMed.Fhir.Manager.Nodes;

namespace GenoMed.Fhir.Manager.Comparisons;

/// <summary>A registered data set at a node, and how many patients it has.</summary>
internal sealed record PreparedNode(RemoteNode Remote, int Rows)
{
    public string Name => Remote.Name;
}
