using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Views;

/// <summary>Over which resources a view runs (SQL on FHIR, "Filtering").</summary>
/// <param name="Patients">Whose compartments; null for all resources.</param>
/// <param name="Since">Only what changed after this instant.</param>
internal sealed record ViewFilter(PatientFilter? Patients, DateTimeOffset? Since)
{
    /// <exception cref="OperationProblem">A reference or instant that is none, a patient or group that is not there, or <c>source</c>.</exception>
    public static async Task<ViewFilter> ReadAsync(
        IResourceStore store, IReadOnlyList<string> patients, IReadOnlyList<string> groups, string? since, string? source, CancellationToken cancellationToken)
    {
        if (source is not null)
        {
            throw ParameterProblem.Invalid("source", "Views run over the resources of this node; source is not supported.");
        }

        return new ViewFilter(
            await PatientFilter.ReadAsync(store, patients, groups, cancellationToken),
            since is null ? null : FhirInstant.Parse(since.Replace(' ', '+')));
    }

    public bool Contains(Resource resource, string type)
        => (Since is null || AsOfReader.LastUpdated(resource) > Since) && Patients?.Contains(resource, type) != false;
}
