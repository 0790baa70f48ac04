using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Store.Commits;

/// <summary>What refuses a write, whatever the engine.</summary>
internal static class WriteConflicts
{
    /// <exception cref="OperationProblem">PreconditionFailed or Conflict.</exception>
    public static void Refuse(StoreWrite write, CurrentVersion? current)
    {
        if (write.ExpectedVersion is { } expected && expected != (current?.Version ?? 0))
        {
            var found = current is null ? "it does not exist" : $"version {current.Version} is current";
            throw OperationProblem.PreconditionFailed($"{write.ResourceType}/{write.Id}: version {expected} was expected, {found}. Read it again and repeat the change.");
        }

        if (write.OnlyIfAbsent && current is { IsDeleted: false })
        {
            throw OperationProblem.PreconditionFailed($"{write.ResourceType}/{write.Id} exists already, at version {current.Version}; it was to be written only where there is none.");
        }

        if (write.Method == StoreMethod.Create && current is { IsDeleted: false })
        {
            throw OperationProblem.Conflict($"{write.ResourceType}/{write.Id} exists already.");
        }
    }
}
