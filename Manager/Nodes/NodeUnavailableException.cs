namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>A node that cannot be reached, does not answer in time, or answers something that is not FHIR.</summary>
public sealed class NodeUnavailableException(string node, string reason, Exception? inner = null)
    : Exception($"Node '{node}': {reason}", inner)
{
    /// <summary>The node's name.</summary>
    public string Node { get; } = node;

    /// <summary>What happened, without the node's name.</summary>
    public string Reason { get; } = reason;
}
