using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary><c>sushi-config.yaml</c> of a guide.</summary>
internal static class SushiConfig
{
    public static string Write(DictionaryHead head) => $"""
        # Generated from data-dictionary.yaml by 'genomed guide fsh'. Compiled by eng/compile-guides.sh; the result is committed under profiles/.
        id: genomed.fhir.{head.Guide}
        canonical: {head.Canonical}
        name: {FshText.Name("genomed-" + head.Guide)}
        title: {head.Title}
        status: draft
        experimental: true
        version: {head.Version}
        fhirVersion: 5.0.0
        FSHOnly: true
        dependencies:
          genomed.fhir.common: 0.1.0
          hl7.terminology.r5: 7.0.1
          hl7.fhir.uv.extensions.r5: 5.3.0-ballot-tc1

        """;
}
