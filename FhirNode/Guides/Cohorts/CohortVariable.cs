namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>
/// One variable of a recipe. Exactly one of the ways to draw it is given; parameters are expressions.
/// </summary>
public sealed record CohortVariable
{
    public string Name { get; init; } = "";

    /// <summary>Normal: <c>[mean, sd]</c>.</summary>
    public string[]? Normal { get; init; }

    /// <summary>Log-normal: <c>[median, sigma of the logarithm]</c>.</summary>
    public string[]? LogNormal { get; init; }

    /// <summary>Weibull: <c>[shape, scale]</c>; shape 1 is exponential with that mean.</summary>
    public string[]? Weibull { get; init; }

    /// <summary>Uniform: <c>[low, high]</c>.</summary>
    public string[]? Uniform { get; init; }

    /// <summary>One of the codes, with these weights.</summary>
    public Dictionary<string, string>? Choice { get; init; }

    /// <summary>1 with this probability, else 0.</summary>
    public string? Probability { get; init; }

    /// <summary>Many independent 0/1 variables at once: name to probability.</summary>
    public Dictionary<string, string>? Probabilities { get; init; }

    /// <summary>A vector: as many columns, NAME_0, NAME_1 and so on. No later variable can name it.</summary>
    public CohortVector? Vector { get; init; }

    /// <summary>True for a variable that is drawn only when it is asked for by name, such as an embedding.</summary>
    public bool Optional { get; init; }

    /// <summary>Computed, not drawn.</summary>
    public string? Value { get; init; }

    /// <summary>The first code whose test holds, tested in order.</summary>
    public Dictionary<string, string>? When { get; init; }

    /// <summary>The value of one of the guide's scores.</summary>
    public string? Score { get; init; }

    /// <summary>The category of one of the guide's scores.</summary>
    public string? ScoreCategory { get; init; }

    /// <summary>Values below are raised to it.</summary>
    public double? Minimum { get; init; }

    /// <summary>Values above are lowered to it.</summary>
    public double? Maximum { get; init; }

    /// <summary>Decimals kept, 0 to 15.</summary>
    public int? Digits { get; init; }

    /// <summary>Share of patients whose cell is left empty; later variables still see the value.</summary>
    public double Missing { get; init; }

    /// <summary>True for a helper that is no column of the file.</summary>
    public bool Hidden { get; init; }
}
