using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Survival;

/// <summary>How Antolini's concordance takes equal times and equal predictions.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AntoliniTies>))]
public enum AntoliniTies
{
    /// <summary>
    /// pycox's <c>adj_antolini</c>, after step 3 of Ishwaran et al., Ann. Appl. Stat. 2008, section 5.1: equal
    /// predictions count one half; at equal times a pair counts from both sides, and two events agree fully when their
    /// predictions are equal, by half otherwise.
    /// </summary>
    Adjusted,

    /// <summary>The paper's own: equal predictions are discordant, two events at one time are not compared.</summary>
    Paper,
}
