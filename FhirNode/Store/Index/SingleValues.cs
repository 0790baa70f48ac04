using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.Store.Index.Paths;

namespace GenoMed.Fhir.Store.Index;

/// <summary>Which parameters a resource has one value of at most: conditions on such a parameter are on the same row of the index.</summary>
internal static class SingleValues
{
    private static readonly ConcurrentDictionary<(string Type, string Code), bool> Known = new();

    public static bool Has(string resourceType, string code) => Known.GetOrAdd((resourceType, code), static key => Find(key.Type, key.Code));

    private static bool Find(string type, string code)
    {
        if (R5Definitions.Instance.SearchParameter(type, code)?.Expression is not { } expression || SearchPathParser.TryRead(expression) is not { } branches)
        {
            return false;
        }

        // The types of one choice are branches with the same members.
        var members = branches.Select(steps => string.Join('.', steps.OfType<PathStep.Member>().Select(step => step.Name))).Distinct().ToList();
        return members is [{ Length: > 0 } path] && branches.All(steps => steps.All(step => step is PathStep.Member or PathStep.OfType)) && IsSingle(type, path.Split('.'));
    }

    private static bool IsSingle(string type, string[] path)
    {
        var children = R5Definitions.Instance.Type(type)?.Children;
        foreach (var name in path)
        {
            if (children?.Element(name) is not { Max: 1 } element)
            {
                return false;
            }

            children = element.Children ?? (element.Types is [var only] ? R5Definitions.Instance.Type(only)?.Children : null);
        }

        return true;
    }
}
