namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Where a structure search gets its counts.</summary>
internal interface IFamilyTables
{
    IReadOnlyList<NetworkVariable> Variables { get; }

    /// <summary>Whether the counts of these variables can be had at all.</summary>
    bool Knows(Family family);

    /// <summary>Fetches what is not there yet, all in one message to each node.</summary>
    void Ask(IEnumerable<VariableSet> sets);

    /// <summary>The counts; what was not asked for before is a message of its own.</summary>
    FamilyTable this[Family family] { get; }
}
