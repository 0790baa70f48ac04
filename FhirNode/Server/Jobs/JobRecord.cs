using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Jobs;

/// <summary>A job's Task as the store has it.</summary>
/// <param name="Task">The Task.</param>
/// <param name="Version">Its version: whoever writes the next one says which he saw, so that of two processes one is refused.</param>
internal sealed record JobRecord(FhirTask Task, long Version)
{
    public bool HasEnded => TaskStatusCode.IsFinal(Task.Status);
}
