using System.Globalization;

namespace GenoMed.Fhir.Node.Http;

/// <summary>The <c>Prefer</c> header (RFC 7240).</summary>
/// <param name="Return"><c>minimal</c>, <c>representation</c>, <c>OperationOutcome</c> or null.</param>
/// <param name="RespondAsync">The client wants 202 and a job.</param>
/// <param name="WaitSeconds">With <c>respond-async</c>: answer with the result when it is ready within this time.</param>
/// <param name="Lenient"><c>handling=lenient</c>: pass over search parameters that are unknown.</param>
internal sealed record Preferences(string? Return, bool RespondAsync, int? WaitSeconds, bool Lenient)
{
    public static Preferences None { get; } = new(null, false, null, false);

    public static Preferences Parse(IEnumerable<string?> headers)
    {
        var found = None;
        foreach (var part in headers.SelectMany(header => (header ?? string.Empty).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            found = found.With(part);
        }

        return found;
    }

    private Preferences With(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (part, string.Empty) : (part[..equals].TrimEnd(), part[(equals + 1)..].Trim().Trim('"'));
        return name.ToLowerInvariant() switch
        {
            "return" => this with { Return = value },
            "respond-async" => this with { RespondAsync = true },
            "wait" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => this with { WaitSeconds = seconds },
            "handling" => this with { Lenient = value == "lenient" },
            _ => this,
        };
    }
}
