using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.Operations.Tests.Support;

namespace GenoMed.Fhir.Operations.Tests;

public sealed class OperationCatalogTests
{
    [Fact]
    public async Task GivenEveryContract_WhenTheNodeIsWired_ThenExactlyOneOperationHasIt()
    {
        await using var host = new OperationsHost();

        Assert.Equal(ContractCatalog.All.Select(contract => contract.Url).Order(), host.Operations.Select(operation => operation.Contract.Url).Order());
    }
}
