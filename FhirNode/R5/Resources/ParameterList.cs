using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Resources;

/// <summary>The parameters of a Parameters resource, or the parts of one of them, found by name.</summary>
public sealed class ParameterList
{
    private readonly ILookup<string, Parameter> _byName;
    private readonly string _expression;

    internal ParameterList(IEnumerable<JsonElement> items, string expression)
    {
        _expression = expression;
        _byName = items.Select((item, index) => (Name: NameOf(item, index), item)).ToLookup(pair => pair.Name, pair => new Parameter(pair.item, Where(pair.Name)));
    }

    /// <summary>The names, each once, in order of appearance.</summary>
    public IEnumerable<string> Names => _byName.Select(group => group.Key);

    /// <exception cref="OperationProblem">It is no Parameters, or one of them has no name.</exception>
    public static ParameterList Read(Resource resource) => new(resource.Require("Parameters").Items("parameter"), "Parameters.parameter");

    /// <summary>Every parameter of this name; none is no error.</summary>
    public IEnumerable<Parameter> All(string name) => _byName[name];

    /// <summary>The parameter of this name, or null.</summary>
    /// <exception cref="OperationProblem">It is given more than once.</exception>
    public Parameter? Optional(string name)
        => _byName[name].Take(2).Count() < 2
            ? _byName[name].FirstOrDefault()
            : throw OperationProblem.Invalid($"The parameter '{name}' is given {_byName[name].Count()} times; give it once.", Where(name));

    /// <summary>The parameter of this name.</summary>
    /// <exception cref="OperationProblem">It is missing, or given more than once.</exception>
    public Parameter Required(string name)
        => Optional(name) ?? throw OperationProblem.Required($"The parameter '{name}' is missing; add it.", Where(name));

    /// <summary>Refuses names that an operation does not know: a misspelt parameter must not pass unseen.</summary>
    /// <exception cref="OperationProblem">There is one.</exception>
    public void AllowOnly(params IEnumerable<string> known)
    {
        var allowed = known.ToList();
        var unknown = Names.FirstOrDefault(name => !allowed.Contains(name));
        if (unknown is not null)
        {
            throw OperationProblem.Invalid($"The parameter '{unknown}' is not known here; known are: {string.Join(", ", allowed)}.", Where(unknown));
        }
    }

    private string Where(string name) => $"{_expression}.where(name='{name.Replace("\\", "\\\\").Replace("'", "\\'")}')";

    private string NameOf(JsonElement item, int index)
        => item.Text("name") ?? throw OperationProblem.Required("The parameter has no name.", $"{_expression}[{index}].name");
}
