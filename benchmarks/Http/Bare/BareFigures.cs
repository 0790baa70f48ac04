using GenoMed.Fhir.Http.Benchmarks.Load;

namespace GenoMed.Fhir.Http.Benchmarks.Bare;

/// <summary>The same without the node.</summary>
/// <param name="Http">Constant answers from Kestrel alone, by name and clients.</param>
/// <param name="SqliteOne">Resources a second by the bare driver, one a commit.</param>
/// <param name="SqliteEight">Resources a second by the bare driver, eight a commit: what eight clients could gather at best.</param>
internal sealed record BareFigures(IReadOnlyList<LoadFigure> Http, double SqliteOne, double SqliteEight);
