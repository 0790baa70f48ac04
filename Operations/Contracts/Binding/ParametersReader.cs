using System.Text.Json;
using System.Text.Json.Nodes;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Operations.Contracts.Binding;

/// <summary>Parameters to a JSON object of the record's shape, collecting every fault on the way.</summary>
internal sealed class ParametersReader
{
    private readonly List<OutcomeIssue> _issues = [];

    public IReadOnlyList<OutcomeIssue> Issues => _issues;

    public JsonObject Read(Resource resource, IReadOnlyList<ContractParameter> definitions)
    {
        if (resource.ResourceType != "Parameters")
        {
            throw OperationProblem.Invalid($"Expected a Parameters resource, got {resource.ResourceType}.", resource.ResourceType);
        }

        return ReadList(Children(resource.Element, "parameter", "Parameters"), definitions, "Parameters.parameter");
    }

    public JsonObject ReadReturn(Resource resource, ContractParameter definition)
    {
        var value = ParameterTypes.ReadResource(resource.Element, definition.Type!, out var fault);
        if (fault is not null)
        {
            Add(IssueCode.Invalid, fault, resource.ResourceType);
        }

        return new JsonObject { [definition.Name] = value };
    }

    private JsonObject ReadList(IReadOnlyList<JsonElement> elements, IReadOnlyList<ContractParameter> definitions, string path)
    {
        ReportUnknown(elements, definitions, path);
        var values = new JsonObject();
        foreach (var definition in definitions)
        {
            var found = elements.Where(element => NameOf(element) == definition.Name).ToArray();
            Bind(values, definition, found, $"{path}.where(name='{definition.Name}')");
        }

        return values;
    }

    private void Bind(JsonObject values, ContractParameter definition, JsonElement[] found, string path)
    {
        if (found.Length < definition.Min)
        {
            Add(IssueCode.Required, $"Parameter '{definition.Name}' ({definition.Type ?? "parts"}) is missing.", path);
            return;
        }

        if (found.Length > definition.Max)
        {
            Add(IssueCode.Structure, $"Parameter '{definition.Name}' may be there {definition.Max} time(s), got {found.Length}.", path);
            return;
        }

        var read = found.Select(element => ReadOne(element, definition, path)).ToArray();
        if (definition.Repeats)
        {
            values[definition.Name] = new JsonArray(read);
        }
        else if (read.Length == 1)
        {
            values[definition.Name] = read[0];
        }
    }

    private JsonNode? ReadOne(JsonElement element, ContractParameter definition, string path)
    {
        if (definition.Type is null)
        {
            return ReadList(Children(element, "part", path), definition.Parts, $"{path}.part");
        }

        var value = ParameterTypes.Read(element, definition.Type, out var fault);
        if (fault is not null)
        {
            Add(IssueCode.Invalid, $"Parameter '{definition.Name}': {fault}", $"{path}.{(definition.IsResource ? "resource" : "value")}");
        }

        return value;
    }

    private void ReportUnknown(IReadOnlyList<JsonElement> elements, IReadOnlyList<ContractParameter> definitions, string path)
    {
        foreach (var name in elements.Select(NameOf).Where(name => definitions.All(definition => definition.Name != name)).Distinct())
        {
            var known = string.Join(", ", definitions.Select(definition => definition.Name));
            Add(name.Length == 0 ? IssueCode.Required : IssueCode.NotSupported, $"{(name.Length == 0 ? "A parameter has no name" : $"Parameter '{name}' is unknown")}; there are: {known}.", name.Length == 0 ? path : $"{path}.where(name='{name}')");
        }
    }

    private List<JsonElement> Children(JsonElement parent, string property, string path)
    {
        if (!parent.TryGetProperty(property, out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object))
        {
            return [.. list.EnumerateArray()];
        }

        Add(IssueCode.Structure, $"'{property}' must be an array of objects.", $"{path}.{property}");
        return [];
    }

    private static string NameOf(JsonElement element)
        => element.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : "";

    private void Add(string code, string diagnostics, string expression)
        => _issues.Add(new OutcomeIssue(IssueSeverity.Error, code, diagnostics, expression));
}
