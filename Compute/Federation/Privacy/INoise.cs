namespace GenoMed.Fhir.Compute.Federation.Privacy;

/// <summary>Independent standard normal numbers.</summary>
internal interface INoise
{
    double Next();
}
