namespace GenoMed.Fhir.Manager.Tests.Support;

/// <summary>How a node goes wrong.</summary>
internal enum Fault
{
    None,
    Fails,
    Late,
    NotFinite,
}
