using System.Text;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Support;

internal static class TestContract
{
    public static OperationContract Of(string code, bool affectsState = false) => new(
        code,
        Resource.Parse(Encoding.UTF8.GetBytes($$"""{"resourceType":"OperationDefinition","url":"http://example.org/{{code}}","name":"T","status":"active","kind":"operation","code":"{{code}}","system":true,"type":false,"instance":false}""")),
        affectsState,
        $"system/Operation.{code}");
}
