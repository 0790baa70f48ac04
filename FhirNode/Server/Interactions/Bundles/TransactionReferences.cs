using GenoMed.Fhir.Node.Auth;
using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Interactions.Writes;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Interactions.Bundles;

/// <summary>What the references of a transaction come to once every entry's id is known.</summary>
internal sealed class TransactionReferences(ConditionalSearch search)
{
    /// <summary>The texts to replace, over all entries.</summary>
    /// <exception cref="OperationProblem">A conditional reference finds nothing or more than one; two entries share a fullUrl.</exception>
    public async Task<ReferenceMap> ResolveAsync(IReadOnlyList<TransactionEntry> writes, CancellationToken cancellationToken)
    {
        var references = FullUrls(writes);
        foreach (var entry in writes.Where(entry => entry.Plan!.Body is not null))
        {
            foreach (var conditional in ReferenceRewriter.Conditional(entry.Plan!.Body!).Where(text => !references.Knows(text)))
            {
                references.AddConditional(conditional, await FindAsync(entry, conditional, cancellationToken));
            }
        }

        return references;
    }

    private static ReferenceMap FullUrls(IReadOnlyList<TransactionEntry> writes)
    {
        var references = new ReferenceMap();
        foreach (var entry in writes.Where(entry => entry.FullUrl is not null && entry.Plan!.Body is not null))
        {
            if (!references.TryAdd(entry.FullUrl!, entry.Plan!.Reference))
            {
                throw EntryProblem.At(entry.Index, OperationProblem.Invalid($"The fullUrl '{entry.FullUrl}' stands in an earlier entry too.", $"Bundle.entry[{entry.Index}].fullUrl"));
            }
        }

        return references;
    }

    private async Task<string> FindAsync(TransactionEntry entry, string conditional, CancellationToken cancellationToken)
    {
        try
        {
            var (type, parameters) = QueryText.Split(conditional);
            CheckType(type);
            AccessRule.CheckResource(entry.Call.Caller, type, 's');
            var found = await search.OneAsync(type, parameters, cancellationToken)
                ?? throw OperationProblem.PreconditionFailed($"The conditional reference '{conditional}' finds nothing.");
            return $"{type}/{found.Id}";
        }
        catch (OperationProblem problem)
        {
            throw EntryProblem.At(entry.Index, problem);
        }
    }

    private static void CheckType(string type)
    {
        if (!R5Definitions.Instance.IsResourceType(type))
        {
            throw OperationProblem.Invalid($"'{type}' is not a resource type of FHIR R5.");
        }
    }
}
