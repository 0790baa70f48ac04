using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations;

/// <summary>Reads the resource that an operation is called on.</summary>
internal static class TargetReader
{
    /// <exception cref="OperationProblem">NotFound or Gone.</exception>
    public static async Task<StoredResource> ReadAsync(IResourceStore store, OperationContext context)
        => await store.ReadAsync(context.Target.ResourceType!, context.Target.Id!, context.CancellationToken) switch
        {
            null => throw OperationProblem.NotFound($"There is no {context.Target}."),
            { IsDeleted: true } => throw OperationProblem.Gone($"{context.Target} was deleted."),
            var found => found,
        };
}
