using System.Text.Json;
using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Operations;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;
using Microsoft.Extensions.Logging;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>
/// The one place through which every operation's result leaves. A result that carries a resource of the patient
/// compartment is held back unless the client may read that type: an operation gives no more than its client's scopes do.
/// </summary>
internal sealed partial class ReleaseGate(ILogger<ReleaseGate> logger)
{
    /// <exception cref="OperationProblem">Forbidden: the result holds patient-level data.</exception>
    public OperationResult Release(OperationContract contract, OperationResult result, Caller caller)
    {
        foreach (var type in Held(result).Where(type => !caller.Scopes.AllowsResource(type, 'r')))
        {
            LogHeld(logger, contract.Code, type, caller.ClientId);
            throw OperationProblem.Forbidden($"The result of ${contract.Code} holds a {type}, which client '{caller.ClientId}' may not read (system/{type}.r); it does not leave this node.");
        }

        return result;
    }

    // What a file holds cannot be seen before it is sent: its operation says so.
    private static IEnumerable<string> Held(OperationResult result)
        => result.Resource is { } resource ? ResourceTypes(resource).Where(IsPatientLevel) : result.File!.ResourceTypes;

    private static bool IsPatientLevel(string type) => type == "Patient" || R5Definitions.Instance.CompartmentParameters("Patient", type).Count > 0;

    private static HashSet<string> ResourceTypes(Resource result)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(result.Json.Span, new JsonReaderOptions { MaxDepth = 256 });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("resourceType"u8) && reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                types.Add(reader.GetString()!);
            }
        }

        return types;
    }

    [LoggerMessage(30, LogLevel.Error, "The result of {Operation} held a {ResourceType} and was kept back from {ClientId}")]
    private static partial void LogHeld(ILogger logger, string operation, string resourceType, string clientId);
}
