using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Support;

/// <summary>Gives its parameters back; refuses, throws or waits when they ask for it by name.</summary>
internal sealed class EchoOperation : IOperation
{
    public OperationContract Contract { get; } = TestContract.Of("echo");

    public Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var text = System.Text.Encoding.UTF8.GetString(parameters.Json.Span);
        return text.Contains("refuse") ? throw OperationProblem.Unprocessable("refused on purpose", "Parameters.parameter")
            : text.Contains("explode") ? throw new InvalidOperationException("secret detail")
            : Task.FromResult<OperationResult>(parameters);
    }
}
