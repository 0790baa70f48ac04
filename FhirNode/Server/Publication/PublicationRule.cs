using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Publication;

/// <summary>What a publication node does not do: it changes by <c>$import</c> alone.</summary>
internal static class PublicationRule
{
    /// <exception cref="OperationProblem">405: a write.</exception>
    public static void Check(FhirTarget target)
    {
        if (target.Interaction is Interaction.Create or Interaction.Update or Interaction.Patch or Interaction.Delete)
        {
            throw OperationProblem.MethodNotAllowed("This node publishes released data sets and is read-only; $import, with its scope, is the only way in.", ["GET", "HEAD"]);
        }
    }

    /// <exception cref="OperationProblem">NotSupported: a transaction.</exception>
    public static void RefuseTransaction()
        => throw OperationProblem.NotSupported("This node publishes released data sets and is read-only: it takes batches of reads, and no transactions.", "Bundle.type");
}
