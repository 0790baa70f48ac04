using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>What is the same during one evaluation: the environment, the clock and the budget.</summary>
internal sealed class Evaluation(FhirPathContext context, FhirPathCollection focus)
{
    private long _steps;
    private DateTimeOffset? _now;

    public FhirPathContext Context { get; } = context;

    /// <summary><c>%context</c>; set anew where several expressions share one evaluation.</summary>
    public FhirPathCollection Focus { get; set; } = focus;

    public DateTimeOffset Now => _now ??= Context.Time.GetLocalNow();

    /// <summary><c>%resource</c>: the resource that contains the focus.</summary>
    public FhirPathValue? Resource => Focus.FirstOrDefault is { } first ? Ancestors.Resource(first) : null;

    /// <summary><c>%rootResource</c>: the container, when the focus is inside a contained resource.</summary>
    public FhirPathValue? RootResource => Resource is { } resource ? Ancestors.Container(resource) : null;

    /// <summary>Charges the budget, so that no expression runs for ever.</summary>
    /// <exception cref="FhirPathException">The budget is used up.</exception>
    public void Charge(int steps)
    {
        if ((_steps += steps) > Context.MaxSteps)
        {
            throw new FhirPathException($"The evaluation takes more than {Context.MaxSteps} steps.");
        }

        Context.Cancellation.ThrowIfCancellationRequested();
    }
}
