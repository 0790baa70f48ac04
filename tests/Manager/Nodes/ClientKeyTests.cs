using GenoMed.Fhir.Manager.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;

namespace GenoMed.Fhir.Manager.Tests.Nodes;

public sealed class ClientKeyTests
{
    private static readonly Uri Endpoint = new("http://node/token");

    [Fact]
    public void GivenAKeyThatWasReadAndDisposed_WhenTheSameIsReadAgain_ThenItSigns()
    {
        using var made = ClientKey.Create();
        var pem = made.ToPem();
        for (var reading = 0; reading < 3; reading++)
        {
            using var key = ClientKey.FromPem(pem);
            var token = new JsonWebToken(ClientAssertion.Create(new ClientIdentity("manager", key, "system/Operation.*"), Endpoint, TimeProvider.System));
            Assert.Equal(("manager", made.KeyId), (token.Issuer, token.Kid));
        }
    }
}
