using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.Binding;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.ViewDefinitionRun;

/// <summary><c>$viewdefinition-run</c> (SQL on FHIR v2): the rows of a view over this node's resources.</summary>
internal sealed class ViewDefinitionRunOperation(IResourceStore store)
    : Operation<ViewDefinitionRunInput, ViewDefinitionRunOutput>(ContractCatalog.ViewDefinitionRun)
{
    /// <summary>The result is one response body; larger tables are what an export is for.</summary>
    private const long MaximumBytes = 256L << 20;

    protected override async Task<ViewDefinitionRunOutput> RunAsync(ViewDefinitionRunInput input, OperationContext context)
    {
        var runner = ViewDefinitionRunValidator.Runner(input);
        var writer = ViewDefinitionRunValidator.Writer(input.Format, runner.View.Columns);
        await foreach (var resource in store.ScanAsync(runner.View.Resource, context.CancellationToken))
        {
            foreach (var row in runner.Run(resource))
            {
                writer.Write(row);
            }

            RequireRoom(writer.Length);
        }

        return new ViewDefinitionRunOutput { Return = new BinaryContent(writer.ContentType, writer.Finish()) };
    }

    private static void RequireRoom(long bytes)
    {
        if (bytes > MaximumBytes)
        {
            throw OperationProblem.TooLarge($"The view makes more than {MaximumBytes >> 20} MiB; narrow it by where.");
        }
    }
}
