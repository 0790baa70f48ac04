using System.Collections.Concurrent;
using System.Text.Json;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Types;

/// <summary>A type as FHIRPath sees it: a System type, a FHIR type of R5, or the unnamed structure of a backbone element.</summary>
internal sealed class FhirPathType
{
    public static readonly FhirPathType String = System("String");
    public static readonly FhirPathType Boolean = System("Boolean");
    public static readonly FhirPathType Integer = System("Integer");
    public static readonly FhirPathType Long = System("Long");
    public static readonly FhirPathType Decimal = System("Decimal");
    public static readonly FhirPathType Date = System("Date");
    public static readonly FhirPathType DateTime = System("DateTime");
    public static readonly FhirPathType Time = System("Time");
    public static readonly FhirPathType Quantity = System("Quantity");
    public static readonly FhirPathType Terminologies = System("Terminologies");
    public static readonly FhirPathType Reflected = System("SimpleTypeInfo");

    private static readonly ConcurrentDictionary<string, FhirPathType> Fhir = new();
    private static readonly ConcurrentDictionary<string, FhirPathType> Open = new();

    private readonly Lazy<MemberTable>? _members;

    private FhirPathType(string name, bool isSystem, FhirPathType? baseType, Lazy<MemberTable>? members)
    {
        Name = name;
        IsSystem = isSystem;
        Base = baseType;
        _members = members;
        IsQuantity = isSystem ? name == "Quantity" : name == "Quantity" || baseType is { IsQuantity: true };
    }

    public string Name { get; }

    public bool IsSystem { get; }

    public FhirPathType? Base { get; }

    /// <summary>A FHIR primitive: a bare JSON value with its id and extensions beside it.</summary>
    public bool IsPrimitive { get; private init; }

    /// <summary>Quantity or one of its specialisations (Age, Count, Distance, Duration, MoneyQuantity, SimpleQuantity).</summary>
    public bool IsQuantity { get; }

    /// <summary>Resource or DomainResource: the JSON itself says which resource it is.</summary>
    public bool IsAbstractResource { get; private init; }

    /// <summary>A type that R5 does not define: every member is possible and its type is read off the JSON.</summary>
    public bool IsOpen => _members is null && !IsSystem;

    /// <summary>The FHIR type of this name, or null.</summary>
    public static FhirPathType? Find(string name)
        => Fhir.TryGetValue(name, out var known) ? known
            : R5Definitions.Instance.Type(name) is { } definition ? Fhir.GetOrAdd(name, OfDefinition(definition))
            : null;

    public static FhirPathType Unknown(string name)
        => Open.GetOrAdd(name, static unknown => new FhirPathType(unknown, false, null, null) { IsPrimitive = char.IsAsciiLetterLower(unknown[0]) });

    /// <summary>The type that a resource's JSON names.</summary>
    public static FhirPathType OfResource(JsonElement resource)
    {
        var name = resource.ValueKind == JsonValueKind.Object && resource.TryGetProperty("resourceType"u8, out var type) && type.ValueKind == JsonValueKind.String
            ? type.GetString()!
            : "Resource";
        return Find(name) ?? Unknown(name.Length == 0 ? "Resource" : name);
    }

    public static FhirPathType OfTemporal(TemporalKind kind) => kind switch
    {
        TemporalKind.Date => Date,
        TemporalKind.DateTime => DateTime,
        _ => Time,
    };

    /// <summary>The System type of this name, or null.</summary>
    public static FhirPathType? FindSystem(string name) => name switch
    {
        "String" => String,
        "Boolean" => Boolean,
        "Integer" => Integer,
        "Long" => Long,
        "Decimal" => Decimal,
        "Date" => Date,
        "DateTime" => DateTime,
        "Time" => Time,
        "Quantity" => Quantity,
        _ => null,
    };

    /// <summary>The structure of a backbone element, named as its type code.</summary>
    public static FhirPathType OfNested(string typeCode, ElementTable children)
        => new(typeCode, false, Find(typeCode), new Lazy<MemberTable>(() => new MemberTable(children)));

    public FhirPathMember? Member(string name) => _members?.Value.Member(name);

    public MemberVariant? Property(ReadOnlySpan<byte> jsonName) => _members?.Value.Property(jsonName);

    /// <summary>Whether this is the other type or specialises it.</summary>
    public bool Is(FhirPathType other)
    {
        for (var current = this; current is not null; current = current.Base)
        {
            if (current.IsSystem == other.IsSystem && current.Name == other.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static FhirPathType System(string name) => new(name, true, null, null);

    private static FhirPathType OfDefinition(TypeDefinition definition)
        => new(definition.Name, false, definition.Base is { } name ? Find(name) : null, new Lazy<MemberTable>(() => new MemberTable(definition.Children)))
        {
            IsPrimitive = definition.Kind == TypeKind.Primitive,
            IsAbstractResource = definition.Kind == TypeKind.Resource && definition.IsAbstract,
        };
}
