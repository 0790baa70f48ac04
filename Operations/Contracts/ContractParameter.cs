using GenoMed.Fhir.R5.Definitions;

namespace GenoMed.Fhir.Operations.Contracts;

/// <summary>One <c>OperationDefinition.parameter</c>.</summary>
/// <param name="Name">The name in the Parameters resource; in the records the same in Pascal case.</param>
/// <param name="Min">How often it must be there.</param>
/// <param name="Max">How often it may be there; <see cref="int.MaxValue"/> for <c>*</c>.</param>
/// <param name="Type">Its FHIR type, or null where it has parts.</param>
/// <param name="Parts">The parts of a parameter without a type.</param>
public sealed record ContractParameter(string Name, int Min, int Max, string? Type, IReadOnlyList<ContractParameter> Parts)
{
    /// <summary>True where a record has a list.</summary>
    public bool Repeats => Max > 1;

    /// <summary>True where the value is a whole resource.</summary>
    public bool IsResource => Type is "Resource" || (Type is not null && R5Definitions.Instance.IsResourceType(Type));

    /// <summary>True where a query string can carry the value.</summary>
    public bool IsPrimitive => Type is not null && R5Definitions.Instance.Type(Type) is { Kind: TypeKind.Primitive };
}
