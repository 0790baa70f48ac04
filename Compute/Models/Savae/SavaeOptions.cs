using System.ComponentModel.DataAnnotations;
using GenoMed.Fhir.Compute.Models.Variational;

namespace GenoMed.Fhir.Compute.Models.Savae;

/// <summary>Options of <see cref="SavaeModel"/>, the <c>options</c> of its plan.</summary>
internal sealed record SavaeOptions : VariationalOptions, IValidatableObject
{
    public SavaeOptions()
    {
        LearningRate = 3e-3;
    }

    /// <summary>
    /// Weight of the time's likelihood, 0..1000; 1 in the paper. None: the square root of the number of the
    /// covariates' columns. One number among dozens of columns is a small part of the loss otherwise; chosen on METABRIC, SUPPORT
    /// and MDS, where more columns wanted a larger weight.
    /// </summary>
    [Range(0.0, 1000.0)]
    public double? TimeWeight { get; init; }

    /// <summary>Reference habit: a shape of at most 2 and a scale of at most <see cref="ReferenceTime"/>, both by a sigmoid.</summary>
    public bool BoundedWeibull { get; init; }

    /// <summary>Twice the longest time, in the outcome's unit; asked for by <see cref="BoundedWeibull"/> only. A longest time is one patient's.</summary>
    [Range(0.0, 1e12)]
    public double? ReferenceTime { get; init; }

    /// <summary>Reference habit: predicts from one random z instead of its mean.</summary>
    public bool SampledPrediction { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => BoundedWeibull && ReferenceTime is not > 0
        ? [new ValidationResult("BoundedWeibull needs a ReferenceTime above 0.", [nameof(ReferenceTime)])]
        : [];
}
