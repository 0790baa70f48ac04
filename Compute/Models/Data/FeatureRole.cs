using System.Text.Json.Serialization;

namespace GenoMed.Fhir.Compute.Models.Data;

/// <summary>What a feature may be used for. Models take <see cref="Input"/> only, unless an experiment asks for treatment by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FeatureRole>))]
public enum FeatureRole
{
    /// <summary>Known at diagnosis.</summary>
    Input,

    /// <summary>Given after diagnosis.</summary>
    Treatment,

    /// <summary>What happened: survival, transformation.</summary>
    Outcome,

    /// <summary>A published score or its category.</summary>
    Score,

    /// <summary>
    /// Known at diagnosis and kept for scores and for people, such as the allele frequency behind a mutation or an
    /// embedding that few sites have: a model takes it only where an experiment names it.
    /// </summary>
    Auxiliary,
}
