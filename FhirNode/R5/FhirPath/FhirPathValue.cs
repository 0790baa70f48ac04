using System.Diagnostics;
using System.Text.Json;
using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.FhirPath;

/// <summary>
/// One item of a collection: either a node of a resource (its JSON and its FHIR type) or a value of the System
/// namespace (<see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>,
/// <see cref="PartialDateTime"/>, <see cref="FhirPathQuantity"/>). Immutable; safe to share between threads.
/// </summary>
[DebuggerDisplay("{Type}: {ToString()}")]
public sealed class FhirPathValue
{
    private static readonly object NoValue = new();

    private object? _system;

    internal FhirPathValue(FhirPathType type, object system)
    {
        TypeInfo = type;
        _system = system;
    }

    internal FhirPathValue(FhirPathType type, JsonElement element, FhirPathValue? parent, MemberVariant? variant, int index = -1)
    {
        TypeInfo = type;
        Element = element;
        Parent = parent;
        Variant = variant;
        Index = index;
    }

    /// <summary>
    /// FHIR type ("CodeableConcept", "Reference", "date", "Patient", "BackboneElement") or, for a system value,
    /// "String", "Boolean", "Integer", "Long", "Decimal", "Date", "DateTime", "Time" or "Quantity".
    /// </summary>
    public string Type => TypeInfo.Name;

    /// <summary>True for a value of the System namespace: a literal or the result of a computation.</summary>
    public bool IsSystem => TypeInfo.IsSystem;

    /// <summary>
    /// The JSON of a node; <see cref="JsonValueKind.Undefined"/> for system values, and undefined or null for a
    /// primitive that has extensions but no value.
    /// </summary>
    public JsonElement Element { get; }

    /// <summary>
    /// The system value of a primitive or of a Quantity: string, bool, int, long, decimal, <see cref="PartialDateTime"/> or
    /// <see cref="FhirPathQuantity"/>; null for other complex types and for primitives without value.
    /// A date that is not written as FHIR demands stays a string.
    /// </summary>
    /// <exception cref="FhirPathException">The number is no decimal, or the text is not Unicode.</exception>
    public object? Value
    {
        get
        {
            var known = _system ??= SystemValue.Of(this) ?? NoValue;
            return ReferenceEquals(known, NoValue) ? null : known;
        }
    }

    internal FhirPathType TypeInfo { get; }

    internal FhirPathValue? Parent { get; }

    internal MemberVariant? Variant { get; }

    /// <summary>Place in a repeating element, or -1.</summary>
    internal int Index { get; }

    /// <summary>The sibling that carries id and extensions of a primitive (<c>_birthDate</c>), or an undefined element.</summary>
    internal JsonElement Shadow
    {
        get
        {
            if (Variant is null || Parent is null || !TypeInfo.IsPrimitive || !Parent.Element.TryGetProperty(Variant.ShadowName, out var shadow))
            {
                return default;
            }

            return Index < 0 ? shadow
                : shadow.ValueKind == JsonValueKind.Array && Index < shadow.GetArrayLength() ? shadow[Index]
                : default;
        }
    }

    /// <summary>The root node of a resource.</summary>
    public static FhirPathValue Of(Resource resource)
        => new(FhirPathType.OfResource(resource.Element), resource.Element, null, null);

    /// <summary>A node of a known FHIR type; use it to start from an element or to bind a variable.</summary>
    /// <param name="type">FHIR type name, such as "Quantity" or "code".</param>
    /// <param name="element">Its JSON.</param>
    public static FhirPathValue Of(string type, JsonElement element)
        => new(FhirPathType.Find(type) ?? FhirPathType.Unknown(type), element, null, null);

    public static FhirPathValue Of(string value) => new(FhirPathType.String, value);

    public static FhirPathValue Of(bool value) => value ? Constants.True : Constants.False;

    public static FhirPathValue Of(int value) => new(FhirPathType.Integer, value);

    public static FhirPathValue Of(long value) => new(FhirPathType.Long, value);

    public static FhirPathValue Of(decimal value) => new(FhirPathType.Decimal, value);

    public static FhirPathValue Of(FhirPathQuantity value) => new(FhirPathType.Quantity, value);

    public static FhirPathValue Of(PartialDateTime value) => new(FhirPathType.OfTemporal(value.Kind), value);

    /// <summary>The text of a primitive as FHIR writes it; the JSON of a complex node; empty when there is no value.</summary>
    public override string ToString() => Value is { } value ? SystemValue.Text(value)
        : Element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? string.Empty
        : Element.GetRawText();

    private static class Constants
    {
        internal static readonly FhirPathValue True = new(FhirPathType.Boolean, true);
        internal static readonly FhirPathValue False = new(FhirPathType.Boolean, false);
    }
}
