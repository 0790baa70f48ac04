using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.Operations.Views;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary>
/// <c>$viewdefinition-run</c> (SQL on FHIR v2): the rows of a view, as they are made. A client that accepts FHIR JSON by name
/// gets them in a Binary, which is made whole first.
/// </summary>
internal sealed class ViewDefinitionRunOperation(IResourceStore store, ViewResolver views) : IOperation
{
    private const string FhirJson = "application/fhir+json";

    /// <summary>A Binary is one text; larger tables are sent as what they are, or exported.</summary>
    private const long MaximumBytes = 256L << 20;

    public OperationContract Contract => ContractCatalog.ViewDefinitionRun.Operation;

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var input = ContractCatalog.ViewDefinitionRun.ReadInput(parameters);
        var request = await new ViewDefinitionRunValidator(store, views).ReadAsync(input, context);
        return context.Accept.Contains(FhirJson)
            ? await BinaryAsync(request, context.CancellationToken)
            : new OperationFile(request.Writer.ContentType, (output, cancellationToken) => WriteAsync(request, output, cancellationToken))
            {
                ResourceTypes = request.Given is null ? [request.Runner.View.Resource] : [],
            };
    }

    private Task WriteAsync(ViewDefinitionRunRequest request, Stream output, CancellationToken cancellationToken)
        => request.Table.WriteAsync(request.Given?.ToAsyncEnumerable() ?? store.ScanAsync(request.Runner.View.Resource, cancellationToken), request.Limit, output, cancellationToken);

    private async Task<OperationResult> BinaryAsync(ViewDefinitionRunRequest request, CancellationToken cancellationToken)
    {
        await using var bytes = new BoundedStream(MaximumBytes);
        await WriteAsync(request, bytes, cancellationToken);
        return ContractCatalog.ViewDefinitionRun.WriteOutput(new ViewDefinitionRunOutput { Return = new BinaryContent(request.Writer.ContentType, bytes.ToArray()) });
    }

    private sealed class BoundedStream(long most) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Length + buffer.Length > most
            ? throw OperationProblem.TooLarge($"The view makes more than {most >> 20} MiB; ask for the rows themselves (Accept: application/x-ndjson), or use $viewdefinition-export.")
            : base.WriteAsync(buffer, cancellationToken);
    }
}
