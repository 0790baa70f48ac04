namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>What <c>type()</c> returns.</summary>
internal sealed record ReflectedType(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
