using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Views;

/// <summary>From the JSON of a ViewDefinition to its checked form.</summary>
internal sealed class ViewReader(JsonElement view)
{
    private const string Root = "ViewDefinition";
    private const int MaxDepth = 32;

    private readonly Dictionary<string, FhirPathCollection> _constants = [];

    public ViewDefinition Read()
    {
        ViewJson.EnsureObject(view, Root);
        var resource = ViewJson.Text(view, "resource", Root) ?? throw OperationProblem.Required("A ViewDefinition names the resource type that it applies to.", $"{Root}.resource");
        if (!R5Definitions.Instance.IsResourceType(resource))
        {
            throw OperationProblem.Invalid($"'{resource}' is no resource type of FHIR R5.", $"{Root}.resource");
        }

        ReadConstants();
        var selects = Selects(view, "select", Root, 0);
        ViewChecks.Columns(selects);
        var where = ViewJson.Items(view, "where", Root).Select((item, i) => Path(item, "path", $"{Root}.where[{i}]")).ToList();
        return new ViewDefinition(ViewJson.Text(view, "name", Root), resource, selects, where, FhirPathContext.Indexing with { Variables = _constants });
    }

    private void ReadConstants()
    {
        foreach (var (constant, i) in ViewJson.Items(view, "constant", Root).Select((constant, i) => (constant, i)))
        {
            var location = $"{Root}.constant[{i}]";
            var name = ViewJson.Text(constant, "name", location) ?? throw OperationProblem.Required("A constant has a name.", $"{location}.name");
            if (!_constants.TryAdd(name, ViewJson.Value(constant, location)))
            {
                throw OperationProblem.Invalid($"The constant '{name}' is defined twice.", location);
            }
        }
    }

    private List<ViewSelect> Selects(JsonElement parent, string property, string location, int depth)
    {
        var selects = ViewJson.Items(parent, property, location).Select((item, i) => Select(item, $"{location}.{property}[{i}]", depth)).ToList();
        return depth > 0 || selects.Count > 0 ? selects : throw OperationProblem.Required("A ViewDefinition has at least one select.", $"{Root}.select");
    }

    private ViewSelect Select(JsonElement select, string location, int depth)
    {
        ViewJson.EnsureObject(select, location);
        if (depth >= MaxDepth)
        {
            throw OperationProblem.Invalid($"Selects are nested more than {MaxDepth} deep.", location);
        }

        var (iteration, items) = Iteration(select, location);
        var columns = ViewJson.Items(select, "column", location).Select((item, i) => Column(item, $"{location}.column[{i}]")).ToList();
        var union = Selects(select, "unionAll", location, depth + 1);
        ViewChecks.Union(union, location);
        return new ViewSelect(iteration, items, columns, Selects(select, "select", location, depth + 1), union);
    }

    private (ViewIteration Iteration, IReadOnlyList<ViewPath> Items) Iteration(JsonElement select, string location)
    {
        string[] present = [.. new[] { "forEach", "forEachOrNull", "repeat" }.Where(name => select.TryGetProperty(name, out _))];
        return present switch
        {
            [] => (ViewIteration.Once, []),
            ["forEach"] => (ViewIteration.ForEach, [Path(select, "forEach", location)]),
            ["forEachOrNull"] => (ViewIteration.ForEachOrNull, [Path(select, "forEachOrNull", location)]),
            ["repeat"] => (ViewIteration.Repeat, [.. ViewJson.Items(select, "repeat", location).Select((path, i) => Path(path, $"{location}.repeat[{i}]"))]),
            _ => throw OperationProblem.Invalid($"A select has one of {string.Join(", ", present)}, not several.", location),
        };
    }

    private ViewColumnPath Column(JsonElement column, string location)
    {
        ViewJson.EnsureObject(column, location);
        var name = ViewJson.Text(column, "name", location) ?? throw OperationProblem.Required("A column has a name.", $"{location}.name");
        ViewChecks.Name(name, $"{location}.name");
        var definition = new ViewColumn(name, ViewJson.Text(column, "type", location) ?? "string", ViewJson.Flag(column, "collection", location));
        return new ViewColumnPath(definition, Path(column, "path", location));
    }

    private ViewPath Path(JsonElement parent, string property, string location)
    {
        ViewJson.EnsureObject(parent, location);
        return parent.TryGetProperty(property, out var path) ? Path(path, $"{location}.{property}") : throw OperationProblem.Required($"'{property}' is missing.", $"{location}.{property}");
    }

    private ViewPath Path(JsonElement path, string location)
    {
        if (path.ValueKind != JsonValueKind.String)
        {
            throw OperationProblem.Invalid($"A path is a string, not {path.ValueKind}.", location);
        }

        try
        {
            var expression = FhirPathExpression.Parse(path.GetString()!);
            EnsureDefined(expression, location);
            return new ViewPath(expression, location);
        }
        catch (FhirPathException e)
        {
            throw OperationProblem.Invalid($"'{path.GetString()}' is no FHIRPath: {e.Message}", location);
        }
    }

    private void EnsureDefined(FhirPathExpression expression, string location)
    {
        var unknown = expression.VariableNames().FirstOrDefault(name => name != ViewRunner.RowIndex && !Variables.IsReserved(name) && !_constants.ContainsKey(name));
        if (unknown is not null && !expression.Text.Contains("defineVariable", StringComparison.Ordinal))
        {
            throw OperationProblem.Invalid($"The constant %{unknown} is not defined.", location);
        }
    }
}
