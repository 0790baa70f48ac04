using System.Text.Json;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary>Value sets that include others: no cycles, and no chain so long that following it would take for ever.</summary>
internal static class ValueSetImports
{
    private const int LongestChain = 12;

    /// <exception cref="OperationProblem">Unprocessable: the value set imports itself, or the chain is too long.</exception>
    public static void Check(JsonElement valueSet, ICanonicalSource source) => Check(valueSet, source, [], []);

    private static void Check(JsonElement valueSet, ICanonicalSource source, List<string> chain, HashSet<string> finished)
    {
        var url = valueSet.Text("url") ?? string.Empty;
        if (chain.Contains(url) || chain.Count > LongestChain)
        {
            throw OperationProblem.Unprocessable(chain.Contains(url)
                ? $"The value set {url} imports itself; break the cycle."
                : $"The value set {chain[0]} imports others in a chain of more than {LongestChain}.", "ValueSet.compose.include.valueSet");
        }

        chain.Add(url);
        foreach (var import in Imports(valueSet).Where(import => !finished.Contains(import)))
        {
            if (source.Find("ValueSet", CanonicalUrl.Parse(import)) is { } imported)
            {
                Check(imported, source, chain, finished);
            }

            finished.Add(import);
        }

        chain.RemoveAt(chain.Count - 1);
    }

    private static IEnumerable<string> Imports(JsonElement valueSet)
        => valueSet.Child("compose") is not { } compose ? []
            : compose.Items("include").Concat(compose.Items("exclude")).SelectMany(part => part.Items("valueSet")).Select(item => item.GetString()).OfType<string>().Distinct();
}
