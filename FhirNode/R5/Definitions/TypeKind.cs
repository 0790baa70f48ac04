namespace GenoMed.Fhir.R5.Definitions;

/// <summary><c>StructureDefinition.kind</c>, without logical models.</summary>
public enum TypeKind
{
    Primitive,
    Complex,
    Resource,
}
