using System.Text.RegularExpressions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Interactions.Writes;

/// <summary>Logical ids (R5 datatypes.html#id).</summary>
internal static partial class LogicalId
{
    /// <summary>An id that the server assigns; version 7 UUIDs grow with time, which keeps the store's index dense.</summary>
    public static string New() => Guid.CreateVersion7().ToString();

    /// <exception cref="OperationProblem">Invalid: not 1 to 64 letters, digits, '-' or '.'.</exception>
    public static string Check(string id, string type) => Form().IsMatch(id)
        ? id
        : throw OperationProblem.Invalid($"An id has 1 to 64 letters, digits, '-' and '.'; this is '{id}'.", $"{type}.id");

    [GeneratedRegex(@"^[A-Za-z0-9.-]{1,64}\z")]
    private static partial Regex Form();
}
