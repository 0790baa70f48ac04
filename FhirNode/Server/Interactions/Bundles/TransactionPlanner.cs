using GenoMed.Fhir.Node.Interactions.Patches;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>Decides for each write of a transaction what it will do and to which id, before any of them is done.</summary>
internal sealed class TransactionPlanner(WritePlanner writes, PatchPlanner patches)
{
    /// <exception cref="OperationProblem">Names the entry.</exception>
    public async Task<List<TransactionEntry>> PlanAsync(IEnumerable<TransactionEntry> entries, CancellationToken cancellationToken)
    {
        var planned = new List<TransactionEntry>();
        foreach (var entry in entries)
        {
            try
            {
                planned.Add(entry with { Plan = await PlanAsync(entry, cancellationToken) });
            }
            catch (OperationProblem problem)
            {
                throw EntryProblem.At(entry.Index, problem);
            }
        }

        return planned;
    }

    private async Task<PlannedWrite> PlanAsync(TransactionEntry entry, CancellationToken cancellationToken)
        => entry.Call.Target.Interaction == Interaction.Patch
            ? await patches.PlanAsync(entry.Call, await PatchReader.ReadAsync(entry.Call, cancellationToken), cancellationToken)
            : await writes.PlanAsync(entry.Call, entry.Body, cancellationToken);
}
