using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>The variables <c>%name</c>: those of FHIR, those of the caller, those that the expression defines.</summary>
internal static class Variables
{
    /// <summary>Names that <c>defineVariable</c> may not take.</summary>
    public static bool IsReserved(string name)
        => name is "context" or "resource" or "rootResource" or "ucum" or "sct" or "loinc" or "terminologies" or "factory" or "server" || IsPrefixed(name);

    public static Evaluator Compile(string name) => name switch
    {
        "context" => (_, scope) => scope.Evaluation.Focus,
        "resource" => (_, scope) => scope.Evaluation.Resource,
        "rootResource" => (_, scope) => scope.Evaluation.RootResource,
        "ucum" => Constant("http://unitsofmeasure.org"),
        "sct" => Constant("http://snomed.info/sct"),
        "terminologies" => (_, scope) => new FhirPathValue(FhirPathType.Terminologies, Terminologies(scope)),
        "loinc" => Constant("http://loinc.org"),
        _ when IsPrefixed(name) => Constant(Canonical(name)),
        _ => (_, scope) => Find(name, scope),
    };

    private static TerminologyService Terminologies(Scope scope)
        => scope.Evaluation.Context.Terminologies ?? throw new FhirPathException("%terminologies needs a terminology, and this evaluation has none.");

    private static bool IsPrefixed(string name)
        => name.StartsWith("vs-", StringComparison.Ordinal) || name.StartsWith("ext-", StringComparison.Ordinal);

    private static string Canonical(string name) => name.StartsWith("vs-", StringComparison.Ordinal)
        ? "http://hl7.org/fhir/ValueSet/" + name[3..]
        : "http://hl7.org/fhir/StructureDefinition/" + name[4..];

    private static Evaluator Constant(string text)
    {
        FhirPathCollection value = FhirPathValue.Of(text);
        return (_, _) => value;
    }

    private static FhirPathCollection Find(string name, Scope scope)
        => VariableBinding.Find(scope.Variables, name) is { } defined ? defined.Value
            : scope.Evaluation.Context.Variables.TryGetValue(name, out var given) ? given
            : throw new FhirPathException($"The variable %{name} is not defined.");
}
