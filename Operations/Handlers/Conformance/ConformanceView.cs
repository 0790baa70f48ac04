using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Operations.Conformance;

/// <summary>The profiles, value sets and code systems of one time: of R5, of the guides and of the store. Immutable.</summary>
public sealed class ConformanceView
{
    internal ConformanceView(ICanonicalSource stored, ICanonicalSource guides)
    {
        var source = new CanonicalChain(stored, guides, OfficialCanonicals.Instance);
        Terminology = new TerminologyService(source);
        Validator = new ProfileValidator(source, Terminology);
    }

    public TerminologyService Terminology { get; }

    public ProfileValidator Validator { get; }
}
