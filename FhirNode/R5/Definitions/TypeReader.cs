using System.Text.Json;

namespace GenoMed.Fhir.R5.Definitions;

/// <summary>Makes definitions out of entries of the table. The short names of its properties are explained here only.</summary>
internal sealed class TypeReader(R5Definitions definitions)
{
    private const int SummaryFlag = 1;
    private const int ModifierFlag = 2;
    private const int SystemStringFlag = 4;

    /// <summary>n: name, b: base, k: kind, a: abstract, x: regex, i: invariants, c: children.</summary>
    public TypeDefinition ReadType(JsonElement entry)
    {
        var name = Text(entry, "n")!;
        var inherited = Text(entry, "b") is { } baseName ? definitions.Type(baseName) : null;
        var own = entry;
        return new TypeDefinition(new Lazy<ElementTable>(() => new ElementTable([.. inherited?.Elements ?? [], .. ReadChildren(own, name)])))
        {
            Name = name,
            Base = inherited?.Name,
            Kind = KindOf(Text(entry, "k")!),
            IsAbstract = entry.TryGetProperty("a", out _),
            Regex = Text(entry, "x"),
            Invariants = [.. ReadInvariants(entry), .. inherited?.Invariants ?? []],
        };
    }

    private static TypeKind KindOf(string kind) => kind switch
    {
        "primitive-type" => TypeKind.Primitive,
        "resource" => TypeKind.Resource,
        _ => TypeKind.Complex,
    };

    private IEnumerable<ElementDefinition> ReadChildren(JsonElement entry, string path)
        => entry.TryGetProperty("c", out var children) ? children.EnumerateArray().Select(child => ReadElement(child, path)) : [];

    /// <summary>n: name, min, max, t: types, ref: content reference, b: binding, i: invariants, f: flags, c: children.</summary>
    private ElementDefinition ReadElement(JsonElement entry, string parentPath)
    {
        var name = Text(entry, "n")!;
        var path = $"{parentPath}.{name}";
        var flags = entry.TryGetProperty("f", out var f) ? f.GetInt32() : 0;
        var isChoice = name.EndsWith("[x]", StringComparison.Ordinal);
        var reference = Text(entry, "ref");
        return new ElementDefinition(new Lazy<ElementTable?>(() => ReadNested(entry, path, reference)))
        {
            Name = isChoice ? name[..^3] : name,
            Path = path,
            Min = entry.TryGetProperty("min", out var min) ? min.GetInt32() : 0,
            Max = Text(entry, "max") is { } max ? max == "*" ? int.MaxValue : int.Parse(max) : 1,
            IsChoice = isChoice,
            Types = reference is null ? ReadTypes(entry) : [BackboneElement],
            ReferenceTargets = ReadTargets(entry),
            ContentReference = reference,
            Binding = ReadBinding(entry),
            Invariants = ReadInvariants(entry),
            IsSummary = (flags & SummaryFlag) != 0,
            IsModifier = (flags & ModifierFlag) != 0,
            IsSystemString = (flags & SystemStringFlag) != 0,
        };
    }

    private const string BackboneElement = "BackboneElement";

    private ElementTable? ReadNested(JsonElement entry, string path, string? reference)
    {
        if (reference is not null)
        {
            return definitions.ElementAt(reference)?.Children;
        }

        return entry.TryGetProperty("c", out _)
            ? new ElementTable([.. definitions.Type(ReadTypes(entry)[0])!.Elements, .. ReadChildren(entry, path)])
            : null;
    }

    private static IReadOnlyList<string> ReadTypes(JsonElement entry)
        => entry.TryGetProperty("t", out var types) ? [.. types.EnumerateArray().Select(type => type.ValueKind == JsonValueKind.String ? type.GetString()! : Text(type, "c")!)] : [];

    private static IReadOnlyList<string> ReadTargets(JsonElement entry)
        => entry.TryGetProperty("t", out var types)
            ? [.. types.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.Object).SelectMany(type => Strings(type, "r")).Distinct()]
            : [];

    private ElementBinding? ReadBinding(JsonElement entry)
    {
        if (!entry.TryGetProperty("b", out var binding))
        {
            return null;
        }

        var valueSet = Text(binding, "v")!;
        var strength = Text(binding, "s")!;
        return new ElementBinding(strength, valueSet, strength == "required" ? definitions.Codes(valueSet) : null);
    }

    private static IReadOnlyList<Invariant> ReadInvariants(JsonElement entry)
        => entry.TryGetProperty("i", out var rules)
            ? [.. rules.EnumerateArray().Select(rule => new Invariant(Text(rule, "k")!, rule.TryGetProperty("w", out _), Text(rule, "e"), Text(rule, "h")!))]
            : [];

    internal static string? Text(JsonElement entry, string property) => entry.TryGetProperty(property, out var value) ? value.GetString() : null;

    internal static IEnumerable<string> Strings(JsonElement entry, string property)
        => entry.TryGetProperty(property, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
