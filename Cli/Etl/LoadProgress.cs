using GenoMed.Fhir.Cli.Output;
using GenoMed.Fhir.Guides.Etl;

namespace GenoMed.Fhir.Cli.Etl;

/// <summary>Shows how many patients are loaded.</summary>
internal sealed class LoadProgress(IBar bar) : IProgress<EtlProgress>
{
    public void Report(EtlProgress value) => bar.Set(value.Patients, $"{value.Resources} resources");
}
