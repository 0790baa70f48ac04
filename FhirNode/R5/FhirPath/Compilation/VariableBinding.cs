namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>A variable made by <c>defineVariable</c>, in front of those made before it.</summary>
internal sealed record VariableBinding(string Name, FhirPathCollection Value, VariableBinding? Outer)
{
    public static VariableBinding? Find(VariableBinding? innermost, string name)
    {
        var current = innermost;
        while (current is not null && current.Name != name)
        {
            current = current.Outer;
        }

        return current;
    }
}
