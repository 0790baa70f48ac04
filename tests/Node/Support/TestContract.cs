using System.Text;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Tests.Support;

internal static class TestContract
{
    /// <summary>An operation on the base without parameters.</summary>
    public static OperationContract Of(string code, bool affectsState = false) => Of(
        code, $$"""{{(affectsState ? "\"affectsState\":true," : "")}}"system":true,"type":false,"instance":false""");

    /// <param name="code">The code.</param>
    /// <param name="rest">The properties of the definition that matter to a test.</param>
    /// <param name="id">Its id and the end of its URL, where it is not the code.</param>
    public static OperationContract Of(string code, string rest, string? id = null) => OperationContract.Of(Resource.Parse(Encoding.UTF8.GetBytes(
        $$"""{"resourceType":"OperationDefinition","id":"{{id ?? code}}","url":"http://example.org/{{id ?? code}}","name":"T","status":"active","kind":"operation","code":"{{code}}",{{rest}}}""")));
}
