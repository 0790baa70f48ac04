using System.Collections.Concurrent;
using System.Text.Json;

namespace GenoMed.Fhir.R5.Definitions;

/// <summary>
/// The official definitions of FHIR R5 (5.0.0). Each type is read on first use, so that a process pays only for
/// those it meets; all of it is immutable and safe to share between threads.
/// </summary>
public sealed partial class R5Definitions
{
    private static readonly Lazy<R5Definitions> Loaded = new(() => new R5Definitions(DefinitionTable.Load()));

    private readonly DefinitionTable _table;
    private readonly TypeReader _reader;
    private readonly ConcurrentDictionary<string, TypeDefinition> _types = new();
    private readonly ConcurrentDictionary<string, CodeSet> _codes = new();
    private readonly HashSet<string> _resourceTypes;

    private R5Definitions(DefinitionTable table)
    {
        _table = table;
        _reader = new TypeReader(this);
        ResourceTypes = [.. table.Types.Where(IsConcreteResource).Select(type => type.Key).Order(StringComparer.Ordinal)];
        _resourceTypes = [.. ResourceTypes];
    }

    public static R5Definitions Instance => Loaded.Value;

    /// <summary>The version that the table was made from: 5.0.0.</summary>
    public string FhirVersion => _table.FhirVersion;

    /// <summary>The concrete resource types, in alphabetical order.</summary>
    public IReadOnlyList<string> ResourceTypes { get; }

    /// <summary>Every type's name: primitives, datatypes, resources, abstract ones included.</summary>
    public IEnumerable<string> TypeNames => _table.Types.Keys;

    /// <summary>Whether the name is a concrete resource type.</summary>
    public bool IsResourceType(string name) => _resourceTypes.Contains(name);

    /// <summary>The definition of a primitive, datatype or resource type, or null when R5 has none of that name.</summary>
    public TypeDefinition? Type(string name)
    {
        if (_types.TryGetValue(name, out var known))
        {
            return known;
        }

        return _table.Types.TryGetValue(name, out var entry) ? _types.GetOrAdd(name, _reader.ReadType(entry)) : null;
    }

    /// <summary>Whether a type is another, or specialises it directly or not: Age is a Quantity, a DataType and an Element.</summary>
    public bool IsSubtype(string type, string baseType)
    {
        for (var current = Type(type); current is not null; current = current.Base is { } next ? Type(next) : null)
        {
            if (current.Name == baseType)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The codes of a value set to which some element is bound as required; null when it cannot be enumerated.</summary>
    public CodeSet? Codes(string valueSet)
    {
        if (_codes.TryGetValue(valueSet, out var known))
        {
            return known;
        }

        return _table.Codes.TryGetValue(valueSet, out var entry) ? _codes.GetOrAdd(valueSet, new CodeSet(ReadCodes(entry))) : null;
    }

    /// <summary>The element at a path of the specification, such as <c>Questionnaire.item</c>, or null.</summary>
    public ElementDefinition? ElementAt(string path)
    {
        var names = path.Split('.');
        var children = Type(names[0])?.Children;
        ElementDefinition? element = null;
        foreach (var name in names.Skip(1))
        {
            element = children?.Element(name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name);
            children = element?.Children;
        }

        return element;
    }

    private static bool IsConcreteResource(KeyValuePair<string, JsonElement> type)
        => TypeReader.Text(type.Value, "k") == "resource" && !type.Value.TryGetProperty("a", out _);

    private static Dictionary<string, IReadOnlyList<string>> ReadCodes(JsonElement entry)
        => entry.EnumerateObject().ToDictionary(system => system.Name, IReadOnlyList<string> (system) => [.. TypeReader.Strings(entry, system.Name)]);
}
