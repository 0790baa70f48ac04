using System.Text;

namespace GenoMed.Fhir.R5.FhirPath.Types;

/// <summary>One JSON spelling of an element: <c>birthDate</c>, or for the choice <c>value</c> one of <c>valueQuantity</c>, <c>valueString</c>, ...</summary>
internal sealed class MemberVariant(string element, string jsonName, FhirPathType type)
{
    /// <summary>The element's name in FHIRPath (<c>value</c>).</summary>
    public string Element { get; } = element;

    public string JsonName { get; } = jsonName;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(jsonName);

    /// <summary>The property that carries id and extensions of a primitive (<c>_birthDate</c>).</summary>
    public byte[] ShadowName { get; } = Encoding.UTF8.GetBytes("_" + jsonName);

    public FhirPathType Type { get; } = type;
}
