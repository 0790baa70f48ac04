namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>A step of hill climbing.</summary>
internal readonly record struct EdgeChange(EdgeChangeKind Kind, int From, int To)
{
    /// <summary>What would undo it.</summary>
    public EdgeChange Inverse => Kind switch
    {
        EdgeChangeKind.Add => this with { Kind = EdgeChangeKind.Delete },
        EdgeChangeKind.Delete => this with { Kind = EdgeChangeKind.Add },
        _ => new(EdgeChangeKind.Reverse, To, From),
    };

    public void Apply(Dag dag)
    {
        if (Kind != EdgeChangeKind.Add)
        {
            dag.Remove(From, To);
        }

        if (Kind == EdgeChangeKind.Add)
        {
            dag.Add(From, To);
        }
        else if (Kind == EdgeChangeKind.Reverse)
        {
            dag.Add(To, From);
        }
    }
}
