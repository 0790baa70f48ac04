using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Import;

/// <summary>What became of a line before it is committed.</summary>
/// <param name="Number">Its number in its file.</param>
/// <param name="Write">What is written; null for a line that was refused.</param>
/// <param name="Issues">Why it was refused, or what is to be said about one that was not.</param>
internal sealed record ImportLine(long Number, StoreWrite? Write, IReadOnlyList<OutcomeIssue> Issues);
