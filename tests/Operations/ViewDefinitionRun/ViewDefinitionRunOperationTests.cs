using System.Text;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Contracts.ViewDefinitionRun;
using GenoMed.Fhir.Operations.Tests.Support;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Tests.ViewDefinitionRun;

public sealed class ViewDefinitionRunOperationTests
{
    private const string View = """{"resourceType":"ViewDefinition","status":"active","resource":"Patient","select":[{"column":[{"name":"id","path":"id"},{"name":"family","path":"name.family.first()"}]}]}""";

    [Theory]
    [InlineData(null, "application/x-ndjson", "{\"id\":\"a\",\"family\":\"O'Neil, \\\"B\\\"\"}\n{\"id\":\"b\",\"family\":null}\n")]
    [InlineData("json", "application/json", "[{\"id\":\"a\",\"family\":\"O'Neil, \\\"B\\\"\"},{\"id\":\"b\",\"family\":null}]")]
    [InlineData("csv", "text/csv", "id,family\r\na,\"O'Neil, \"\"B\"\"\"\r\nb,\r\n")]
    public async Task GivenTwoPatients_WhenRun_ThenTheirRowsComeInTheFormat(string? format, string contentType, string expected)
    {
        await using var host = new OperationsHost();
        await PutAsync(host, """{"resourceType":"Patient","id":"a","name":[{"family":"O'Neil, \"B\""}]}""", """{"resourceType":"Patient","id":"b"}""");

        var output = await host.RunAsync(ContractCatalog.ViewDefinitionRun, new ViewDefinitionRunInput { ViewResource = Parse(View), Format = format });

        Assert.Equal((contentType, expected), (output.Return.ContentType, Encoding.UTF8.GetString(output.Return.Data)));
    }

    [Fact]
    public async Task GivenNoPatients_WhenRunAsJson_ThenAnEmptyArray()
    {
        await using var host = new OperationsHost();

        var output = await host.RunAsync(ContractCatalog.ViewDefinitionRun, new ViewDefinitionRunInput { ViewResource = Parse(View), Format = "json" });

        Assert.Equal("[]", Encoding.UTF8.GetString(output.Return.Data));
    }

    [Fact]
    public async Task GivenAnotherFormat_WhenRun_ThenInvalidAtTheParameter()
    {
        await using var host = new OperationsHost();

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.ViewDefinitionRun, new ViewDefinitionRunInput { ViewResource = Parse(View), Format = "parquet" }));

        Assert.Equal("Parameters.parameter.where(name='_format')", problem.Issues[0].Expression);
    }

    [Fact]
    public async Task GivenNoViewDefinition_WhenRun_ThenInvalid()
    {
        await using var host = new OperationsHost();

        await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.ViewDefinitionRun, new ViewDefinitionRunInput { ViewResource = Parse("""{"resourceType":"Patient"}""") }));
    }

    [Fact]
    public async Task GivenAResourceThatNoViewCanRead_WhenRun_ThenUnprocessable()
    {
        await using var host = new OperationsHost();
        await PutAsync(host, """{"resourceType":"Observation","id":"o","valueQuantity":{"value":1e999}}""");

        var problem = await Assert.ThrowsAsync<OperationProblem>(() => host.RunAsync(ContractCatalog.ViewDefinitionRun, new ViewDefinitionRunInput
        {
            ViewResource = Parse("""{"resourceType":"ViewDefinition","status":"active","resource":"Observation","select":[{"column":[{"name":"value","path":"value.ofType(Quantity).value"}]}]}"""),
        }));

        Assert.Equal(ProblemKind.Unprocessable, problem.Kind);
        Assert.Contains("Observation/o", problem.Issues[0].Diagnostics);
        Assert.Contains("1e999", problem.Issues[0].Diagnostics);
    }

    private static async Task PutAsync(OperationsHost host, params string[] resources)
        => await host.Store.CommitAsync([.. resources.Select(Parse).Select(resource => new StoreWrite(StoreMethod.Update, resource.ResourceType, resource.Id!, resource))], TestContext.Current.CancellationToken);

    private static Resource Parse(string json) => Resource.Parse(Encoding.UTF8.GetBytes(json));
}
