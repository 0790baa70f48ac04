namespace GenoMed.Fhir.R5.FhirPath.Types;

/// <summary>A type named in an expression: <c>Quantity</c>, <c>System.String</c>, <c>FHIR.`Patient`</c>.</summary>
internal sealed class TypeSpecifier
{
    private readonly FhirPathType? _fhir;
    private readonly FhirPathType? _system;
    private readonly bool _isExplicit;

    public TypeSpecifier(string? scope, string name)
    {
        Name = scope is null ? name : $"{scope}.{name}";
        _isExplicit = scope is not null;
        _fhir = scope is null or "FHIR" ? FhirPathType.Find(name) : null;
        _system = scope is null or "System" ? FhirPathType.FindSystem(name) : null;
    }

    public string Name { get; }

    /// <summary>False for a name without namespace that neither FHIR nor System knows.</summary>
    public bool IsKnown => _isExplicit || _fhir is not null || _system is not null;

    /// <summary>The <c>is</c> operator: the type itself or a specialisation.</summary>
    public bool Matches(FhirPathValue value)
        => (_fhir is not null && value.TypeInfo.Is(_fhir)) || (_system is not null && value.TypeInfo.Is(_system));

    /// <summary>
    /// <c>as</c> and <c>ofType</c>: as <see cref="Matches"/>, except that a FHIR primitive is only what it was declared as
    /// (a code is a string, but is not returned as one; test suite testFHIRPathAsFunction11).
    /// </summary>
    public bool Selects(FhirPathValue value)
        => Matches(value) && (value.IsSystem || !value.TypeInfo.IsPrimitive || value.TypeInfo.Name == _fhir?.Name);
}
