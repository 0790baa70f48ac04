using System.Globalization;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>Patients known by their ids: the one in the URL, or the members of a group.</summary>
internal sealed class NamedPatients(IReadOnlyList<string> ids) : IPatientList
{
    public Task<PatientPlace?> AtAsync(string? place, CancellationToken cancellationToken)
    {
        var index = place is null ? 0 : int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : throw OperationProblem.Invalid("The page's cursor is not one that this server gave out.", "_cursor");
        return Task.FromResult(index < ids.Count
            ? new PatientPlace(ids[index], index + 1 < ids.Count ? (index + 1).ToString(CultureInfo.InvariantCulture) : null)
            : null);
    }
}
