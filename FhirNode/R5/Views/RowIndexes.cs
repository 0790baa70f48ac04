using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.Views;

/// <summary>Bindings of <c>%rowIndex</c>; the small ones are made once.</summary>
internal static class RowIndexes
{
    private static readonly VariableBinding[] Small = [.. Enumerable.Range(0, 64).Select(Make)];

    public static VariableBinding Bind(int index) => index < Small.Length ? Small[index] : Make(index);

    private static VariableBinding Make(int index) => new(ViewRunner.RowIndex, FhirPathValue.Of(index), null);
}
