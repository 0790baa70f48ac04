using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>A generator's rounds of training among all its exchanges.</summary>
/// <param name="Options">The model's options, with those that follow from the number of rounds.</param>
/// <param name="Before">Exchanges before the first round of training: after them the state generates nothing yet.</param>
/// <param name="Rounds">Rounds of training; the state generates after each.</param>
/// <param name="After">Exchanges after the last, which train nothing more.</param>
/// <param name="Epochs">Passes over a node's rows in a round that suit the model where nothing else is asked for.</param>
public sealed record TrainingSchedule(JsonObject Options, int Before, int Rounds, int After, int Epochs)
{
    /// <summary>All exchanges: a plan's rounds.</summary>
    public int Total => Before + Rounds + After;

    /// <summary>The round of training that an exchange is (the last one's for those after it); 0 before the first.</summary>
    /// <param name="exchange">From 1.</param>
    public int RoundOf(int exchange) => Math.Clamp(exchange - Before, 0, Rounds);

    /// <summary>True after an exchange whose state is what a round of training ends with.</summary>
    public bool Ends(int exchange) => exchange == Total || (exchange > Before && exchange < Before + Rounds);
}
