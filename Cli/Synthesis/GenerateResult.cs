using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Cli.Synthesis;

/// <summary>What <c>genomed generate</c> did, as <c>--json</c> has it.</summary>
/// <param name="Library">The logical id of the set's Library.</param>
/// <param name="Sha256">SHA-256 of its CSV.</param>
/// <param name="Patients">How many.</param>
/// <param name="Resources">How many, by type; empty where a node keeps them.</param>
/// <param name="Report">Rows drawn and drawn again.</param>
/// <param name="Seconds">From the model's weights to the last file.</param>
internal sealed record GenerateResult(
    string Library, string Sha256, int Patients, IReadOnlyDictionary<string, long> Resources, SyntheticReport Report, double Seconds);
