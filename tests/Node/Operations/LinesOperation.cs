using System.Text;
using GenoMed.Fhir.Node.Tests.Support;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Operations;

/// <summary>Takes NDJSON and gives the number of its lines, as a file.</summary>
internal sealed class LinesOperation : IOperation
{
    public OperationContract Contract { get; } = TestContract.Of("lines", """
        "extension":[
          {"url":"https://genomed-fhir.org/StructureDefinition/operation-media-type","valueCode":"application/fhir+ndjson"},
          {"url":"https://genomed-fhir.org/StructureDefinition/operation-media-type","valueCode":"text/csv"}],
        "affectsState":true,"system":true,"type":false,"instance":false
        """);

    public async Task<OperationResult> RunAsync(Resource parameters, OperationContext context)
    {
        var body = context.Body ?? throw OperationProblem.Required("NDJSON is expected.");
        using var reader = new StreamReader(body.Open());
        var lines = (await reader.ReadToEndAsync(context.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        return new OperationFile("text/csv", async (output, cancellationToken) => await output.WriteAsync(Encoding.UTF8.GetBytes($"lines\r\n{lines}\r\n"), cancellationToken)) { ResourceTypes = [] };
    }
}
