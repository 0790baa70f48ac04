using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>
/// Binds Parameters to records by name. The one rule of names: a parameter is its property in camel case
/// (<c>NumExamples</c> is <c>numExamples</c>), or what the property's <see cref="JsonPropertyNameAttribute"/>
/// says (lists are plural in C#, singular in FHIR). Cardinality and type are checked against the definition
/// before a record is made, so that a handler never sees a value of the wrong shape.
/// </summary>
internal static class ParametersBinder
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ResourceConverter() },
    };

    public static T Read<T>(Resource resource, IReadOnlyList<ContractParameter> definitions)
    {
        var reader = new ParametersReader();
        var values = IsReturn(definitions) ? reader.ReadReturn(resource, definitions[0]) : reader.Read(resource, definitions);
        if (reader.Issues.Count > 0)
        {
            throw new OperationProblem(ProblemKind.Invalid, reader.Issues);
        }

        return values.Deserialize<T>(Json)!;
    }

    public static Resource Write<T>(T record, IReadOnlyList<ContractParameter> definitions)
    {
        var values = JsonSerializer.SerializeToNode(record, Json)!.AsObject();
        var resource = IsReturn(definitions)
            ? ParametersWriter.Return(values, definitions[0])
            : ParametersWriter.Write(values, definitions);
        return Resource.FromTrusted(JsonSerializer.SerializeToUtf8Bytes(resource));
    }

    /// <summary>The rule of R5 operations: a single out parameter named <c>return</c> that is a resource is the body itself.</summary>
    private static bool IsReturn(IReadOnlyList<ContractParameter> definitions)
        => definitions is [{ Name: "return", IsResource: true }];
}
