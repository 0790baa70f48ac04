using GenoMed.Fhir.R5.FhirPath;

namespace GenoMed.Fhir.R5.Validation.Rules;

/// <summary>What is checked beyond the base definitions, called once for each resource and each extension.</summary>
internal interface INodeVisitor
{
    /// <summary>A resource: the one validated, or one contained in it or in a Bundle's entry.</summary>
    void Resource(FhirPathValue node);

    /// <summary>An extension.</summary>
    void Extension(FhirPathValue node, bool isModifier);
}
