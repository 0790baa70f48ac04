using System.Text.Json;
using GenoMed.Fhir.Operations.Contracts;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Nodes;

/// <summary>Reads a CapabilityStatement before work starts, so that a wrong node is known in the first second.</summary>
internal static class CapabilityCheck
{
    public static void Require(string node, Resource statement, IReadOnlyList<OperationContract> needed)
    {
        var version = statement.Element.TryGetProperty("fhirVersion", out var found) ? found.GetString() : null;
        if (version is null || !version.StartsWith("5.0", StringComparison.Ordinal))
        {
            throw new NodeUnavailableException(node, $"is not a FHIR R5 server (fhirVersion {version ?? "absent"})");
        }

        var offered = Operations(statement.Element).ToHashSet();
        var missing = needed.Where(contract => !offered.Contains(contract.Code)).Select(contract => $"${contract.Code}").ToArray();
        if (missing.Length > 0)
        {
            throw new NodeUnavailableException(node, $"does not offer {string.Join(", ", missing)}");
        }
    }

    private static IEnumerable<string> Operations(JsonElement statement)
        => statement.TryGetProperty("rest", out var rests)
            ? rests.EnumerateArray()
                .Where(rest => rest.TryGetProperty("operation", out _))
                .SelectMany(rest => rest.GetProperty("operation").EnumerateArray())
                .Select(operation => operation.GetProperty("name").GetString()!)
            : [];
}
