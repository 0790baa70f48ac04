using System.Text.Json;
using GenoMed.Fhir.Node.Interactions;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Node.Operations;

/// <summary>
/// The Parameters of a call (R5 operations.html, "Executing an Operation"): of the body, of a resource that is the
/// body itself, and of the query, which carries primitive values.
/// </summary>
internal static class OperationInput
{
    private static readonly string[] OfTheAnswer = ["_format", "_pretty", "_summary", "_elements"];

    /// <exception cref="OperationProblem">Invalid: a name or value in the query, or a body that fits no parameter.</exception>
    public static async ValueTask<Resource> ReadAsync(FhirCall call, OperationContract contract, bool isFile, CancellationToken cancellationToken)
    {
        var query = call.Parameters.Where(pair => !OfTheAnswer.Contains(pair.Key) || Find(contract, pair.Key) is not null).ToList();
        if (isFile || !call.HasBody || call.Method is "GET" or "HEAD")
        {
            return Build(contract, query, null, null);
        }

        var body = await call.ReadBody(cancellationToken);
        if (body.ResourceType == "Parameters")
        {
            return query.Count == 0 ? body : Build(contract, query, body, null);
        }

        return Build(contract, query, null, (Sole(contract, body), body));
    }

    private static ContractParameter? Find(OperationContract contract, string name) => contract.Inputs.FirstOrDefault(input => input.Name == name);

    private static string Sole(OperationContract contract, Resource body)
        => contract.Inputs.Where(input => input.IsResource).ToList() is [{ Type: var type, Name: var name }] && (type == "Resource" || type == body.ResourceType)
            ? name
            : throw OperationProblem.Invalid($"${contract.Code} takes a Parameters resource; this is a {body.ResourceType}.", body.ResourceType);

    private static Resource Build(OperationContract contract, List<KeyValuePair<string, string>> query, Resource? body, (string Name, Resource Resource)? sole)
        => JsonOutput.Write("Parameters", json =>
        {
            if (query.Count == 0 && body is null && sole is null)
            {
                return;
            }

            json.WriteStartArray("parameter"u8);
            foreach (var parameter in body?.Element.Items("parameter") ?? [])
            {
                parameter.WriteTo(json);
            }

            query.ForEach(pair => WriteQuery(json, contract, pair.Key, pair.Value));
            if (sole is { } resource)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, resource.Name);
                json.WriteResource("resource"u8, resource.Resource);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    private static void WriteQuery(Utf8JsonWriter json, OperationContract contract, string name, string value)
    {
        var parameter = Find(contract, name)
            ?? throw Fault(name, $"${contract.Code} has no parameter '{name}'; it has: {string.Join(", ", contract.Inputs.Select(input => input.Name))}.");
        if (!parameter.IsPrimitive)
        {
            throw Fault(name, $"'{name}' is {parameter.Type ?? "made of parts"}, which a URL cannot carry; POST it in a Parameters resource.");
        }

        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WritePropertyName($"value{char.ToUpperInvariant(parameter.Type![0])}{parameter.Type[1..]}");
        WriteValue(json, parameter, value);
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, ContractParameter parameter, string value)
    {
        switch (parameter.Type)
        {
            case "boolean":
                json.WriteBooleanValue(value is "true" or "false" ? value == "true" : throw Fault(parameter.Name, $"'{parameter.Name}' is true or false; this is '{value}'."));
                break;
            case "integer" or "unsignedInt" or "positiveInt" or "decimal":
                json.WriteRawValue(IsNumber(value) ? value : throw Fault(parameter.Name, $"'{parameter.Name}' is a number; this is '{value}'."));
                break;
            default:
                json.WriteStringValue(value);
                break;
        }
    }

    private static bool IsNumber(string value)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(value));
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static OperationProblem Fault(string name, string text) => OperationProblem.Invalid(text, name);
}
