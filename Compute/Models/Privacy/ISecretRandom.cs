namespace GenoMed.Fhir.Compute.Models.Privacy;

/// <summary>
/// Random numbers that protect patients. Not from a plan's seed: a plan is known to all, and who can repeat the noise can
/// take it off.
/// </summary>
public interface ISecretRandom
{
    /// <summary>Above 0 up to 1.</summary>
    double Uniform();

    /// <summary>Standard normal.</summary>
    double Normal();
}
