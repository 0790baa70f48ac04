using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>The terminology of a node as search and validation ask it: always the latest view.</summary>
internal sealed class NodeTerminology(ConformanceService conformance) : ITerminology
{
    public IReadOnlyCollection<ConceptKey> Members(string valueSet) => conformance.Latest.Terminology.Members(valueSet);

    public IReadOnlyCollection<ConceptKey> Below(string? system, string code) => conformance.Latest.Terminology.Below(system, code);

    public IReadOnlyCollection<ConceptKey> Above(string? system, string code) => conformance.Latest.Terminology.Above(system, code);

    public bool? Contains(string valueSet, string? system, string code) => conformance.Latest.Terminology.Contains(valueSet, system, code);
}
