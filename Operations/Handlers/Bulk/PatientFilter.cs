using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Bulk;

/// <summary>Which resources belong to some patients.</summary>
/// <param name="Patients">Their ids; null for any patient at all.</param>
internal sealed record PatientFilter(IReadOnlySet<string>? Patients)
{
    private const int MaxNesting = 8;

    public bool Contains(Resource resource, string resourceType)
        => PatientReferences.Of(resource, resourceType).Any(patient => Patients is null || Patients.Contains(patient));

    /// <summary>The named patients, and the members of the named groups; null when neither is named.</summary>
    /// <param name="store">Where the groups are.</param>
    /// <param name="patients">References such as <c>Patient/1</c>; a patient that is not there is an error.</param>
    /// <param name="groups">References such as <c>Group/1</c>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="R5.Outcomes.OperationProblem">Invalid: no reference to a Patient or Group. NotFound: there is no such resource.</exception>
    public static async Task<PatientFilter?> ReadAsync(IResourceStore store, IReadOnlyList<string> patients, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        if (patients.Count + groups.Count == 0)
        {
            return null;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var patient in patients)
        {
            ids.Add(await PatientAsync(store, patient, cancellationToken));
        }

        foreach (var group in groups)
        {
            await AddMembersAsync(store, Id(group, "Group", "group"), ids, 0, cancellationToken);
        }

        return new PatientFilter(ids);
    }

    private static async Task<string> PatientAsync(IResourceStore store, string reference, CancellationToken cancellationToken)
    {
        var id = Id(reference, "Patient", "patient");
        return await store.ReadAsync("Patient", id, cancellationToken) is { IsDeleted: false } ? id : throw ParameterProblem.NotFound("patient", $"There is no Patient/{id}.");
    }

    // A Group may have Groups as members.
    private static async Task AddMembersAsync(IResourceStore store, string groupId, HashSet<string> ids, int depth, CancellationToken cancellationToken)
    {
        var group = (await store.ReadAsync("Group", groupId, cancellationToken))?.Resource
            ?? throw ParameterProblem.NotFound("group", $"There is no Group/{groupId}.");
        foreach (var reference in GroupMembers.Active(group))
        {
            if (PatientReferences.PatientId(reference) is { } patient)
            {
                ids.Add(patient);
            }
            else if (depth < MaxNesting && reference.StartsWith("Group/", StringComparison.Ordinal))
            {
                await AddMembersAsync(store, Id(reference, "Group", "group"), ids, depth + 1, cancellationToken);
            }
        }
    }

    private static string Id(string reference, string type, string parameter)
        => R5.References.FhirReference.TryParse(reference) is { BaseUrl: null, Id: { } id } parsed && parsed.Type == type
            ? id
            : throw ParameterProblem.Invalid(parameter, $"'{reference}' is no reference to a {type} of this node; expected {type}/id.");
}
