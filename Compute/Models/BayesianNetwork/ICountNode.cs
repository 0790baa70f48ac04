namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Whoever holds rows: answers in counts, keeps the rows.</summary>
public interface ICountNode
{
    /// <summary>One contingency table for each set of variables, in their order: one message of a round.</summary>
    /// <param name="families">Sets of variables, positions ascending.</param>
    IReadOnlyList<FamilyCounts> Count(IReadOnlyList<IReadOnlyList<int>> families);
}
