using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>Singleton evaluation of collections (FHIRPath 2.0 §4.5): empty stays empty, several items are an error.</summary>
internal static class Singleton
{
    public static FhirPathValue? Item(FhirPathCollection values) => values.Count <= 1
        ? values.FirstOrDefault
        : throw new FhirPathException($"A single value is expected, not {values.Count}.");

    /// <summary>A single value that is no Boolean counts as true, unless the mode is strict.</summary>
    public static bool? Boolean(FhirPathCollection values, bool isStrict) => Item(values) switch
    {
        null => null,
        { Value: bool flag } => flag,
        var other when isStrict => throw new FhirPathException($"A Boolean is expected, not {other.Type}."),
        _ => true,
    };

    public static string? String(FhirPathCollection values) => Item(values) switch
    {
        null => null,
        { Value: string text } => text,
        { IsSystem: false, Value: PartialDateTime date } => date.ToString(),
        { IsSystem: false, Value: null, TypeInfo.IsPrimitive: true } => null,
        var other => throw new FhirPathException($"A String is expected, not {other.Type}."),
    };

    public static int? Integer(FhirPathCollection values) => Item(values) switch
    {
        null => null,
        { Value: int number } => number,
        var other => throw new FhirPathException($"An Integer is expected, not {other.Type}."),
    };

    /// <summary>Integer, Long or Decimal as a decimal.</summary>
    public static decimal? Number(FhirPathCollection values) => Item(values) switch
    {
        null => null,
        { Value: var value } when Numbers.TryDecimal(value, out var number) => number,
        var other => throw new FhirPathException($"A number is expected, not {other.Type}."),
    };
}
