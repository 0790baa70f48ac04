using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Logical ids (R5 datatypes.html#id).</summary>
internal static class LogicalId
{
    /// <summary>An id that the server assigns; version 7 UUIDs grow with time, which keeps the store's index dense.</summary>
    public static string New() => Guid.CreateVersion7().ToString();

    /// <exception cref="OperationProblem">Invalid: not 1 to 64 letters, digits, '-' or '.'.</exception>
    public static string Check(string id, string type) => FhirId.IsValid(id)
        ? id
        : throw OperationProblem.Invalid($"An id has 1 to 64 letters, digits, '-' and '.'; this is '{id}'.", $"{type}.id");
}
