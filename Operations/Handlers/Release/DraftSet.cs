using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Release;

/// <summary>A synthetic data set that may be released.</summary>
/// <param name="Library">Its Library, a draft.</param>
/// <param name="Sha256">SHA-256 of its CSV.</param>
/// <param name="Group">Logical id of the Group of its patients.</param>
/// <param name="Guide">The guide's name.</param>
/// <param name="Csv">Logical ids of the Binaries that joined are its CSV.</param>
internal sealed record DraftSet(Resource Library, string Sha256, string Group, string Guide, IReadOnlyList<string> Csv);
