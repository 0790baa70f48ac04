using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.Node.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Tests.Options;

public sealed class NodeOptionsTests
{
    private static readonly NodeOptions Good = new() { DataDirectory = Path.Combine(Path.GetTempPath(), "genomed-node-options") };

    private static string Refusal(NodeOptions options)
        => Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddFhirNode(options)).Message;

    [Fact]
    public void GivenOpenNode_WhenNotOnLoopback_ThenRefused()
        => Assert.Contains("loopback", Refusal(Good with { Open = true, Address = "0.0.0.0" }));

    [Fact]
    public void GivenClients_WhenKeysOrScopesAreWrong_ThenRefusedByName()
    {
        var client = new TestClient("a", "system/*.cruds").Registration;
        Assert.Contains("twice", Refusal(Good with { Clients = [client, client] }));
        Assert.Contains("'a'", Refusal(Good with { Clients = [client with { Jwks = "{" }] }));
        Assert.Contains("no signing key", Refusal(Good with { Clients = [client with { Jwks = """{"keys":[]}""" }] }));
        Assert.Contains("user/*.read", Refusal(Good with { Clients = [client with { Scopes = "user/*.read" }] }));
    }

    [Fact]
    public void GivenNumbersOutOfRange_WhenBuilt_ThenRefused()
    {
        Assert.Contains("Port", Refusal(Good with { Port = 70_000 }));
        Assert.Contains("MinimumPatients", Refusal(Good with { MinimumPatients = 0 }));
        Assert.Contains("MaxBodyBytes", Refusal(Good with { Limits = new NodeLimits { MaxBodyBytes = 1 } }));
    }

    [Fact]
    public void GivenANullClient_WhenBuilt_ThenRefused()
        => Assert.Contains("null", Refusal(Good with { Clients = [null!] }));
}
