using System.Text.Json.Nodes;

namespace GenoMed.Fhir.Compute.Models;

/// <summary>A generator's rounds of training among all its exchanges.</summary>
/// <param name="Options">The model's options, with those that follow from the number of rounds.</param>
/// <param name="Before">Exchanges before the first round of training: after them the state generates nothing yet.</param>
/// <param name="Rounds">Rounds of training; the state generates after each.</param>
/// <param name="After">Exchanges after the last, which train nothing more.</param>
/// <param name="Epochs">Passes over the rows of a cohort of <see cref="Cohort"/> in a round that suit the model; 1 where it only counts.</param>
public sealed record TrainingSchedule(JsonObject Options, int Before, int Rounds, int After, int Epochs)
{
    /// <summary>The patients, over all nodes, that <see cref="Epochs"/> is for.</summary>
    public const int Cohort = 2500;

    /// <summary>Passes that suit a cohort: a smaller one makes more, so that a round has about as many steps; at most four times as many, and as few as a fourth.</summary>
    /// <param name="patients">Of all nodes, 1 or more.</param>
    public int EpochsOf(int patients) => Epochs == 1
        ? 1
        : Math.Clamp((int)Math.Round((double)Epochs * Cohort / patients), Math.Max(1, Epochs / 4), 4 * Epochs);

    /// <summary>All exchanges: a plan's rounds.</summary>
    public int Total => Before + Rounds + After;

    /// <summary>The round of training that an exchange is (the last one's for those after it); 0 before the first.</summary>
    /// <param name="exchange">From 1.</param>
    public int RoundOf(int exchange) => Math.Clamp(exchange - Before, 0, Rounds);

    /// <summary>True after an exchange whose state is what a round of training ends with.</summary>
    public bool Ends(int exchange) => exchange == Total || (exchange > Before && exchange < Before + Rounds);
}
