using System.Text;
using System.Text.Json;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>Where a page of <c>$everything</c> begins.</summary>
/// <param name="Patient">The patient's place in its list; null for the first.</param>
/// <param name="Page">The store's cursor among the patient's resources; null for the first of them.</param>
internal sealed record EverythingCursor(string? Patient, string? Page)
{
    public static EverythingCursor Start { get; } = new(null, null);

    /// <exception cref="OperationProblem">Invalid: no cursor that this server gave out.</exception>
    public static EverythingCursor Parse(string? text)
    {
        if (text is null)
        {
            return Start;
        }

        try
        {
            return JsonSerializer.Deserialize<EverythingCursor>(Convert.FromHexString(text)) ?? Start;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            throw ParameterProblem.Invalid("_cursor", "The page's cursor is not one that this server gave out.");
        }
    }

    public override string ToString() => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this)));
}
