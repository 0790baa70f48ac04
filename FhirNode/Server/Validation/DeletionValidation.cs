using GenoMed.Fhir.Node.Http;
using GenoMed.Fhir.Node.Options;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.Store;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenoMed.Fhir.Node.Validation;

/// <summary>Looks, by the node's policy, whether what is deleted is still referred to when the whole commit is done.</summary>
internal sealed partial class DeletionValidation(IResourceStore store, ReferrerSearch referrers, NodeAddress address, IOptions<NodeOptions> options, ILogger<DeletionValidation> logger)
{
    /// <summary>Referrers that one problem names.</summary>
    private const int Named = 10;

    private readonly ValidationPolicy _policy = options.Value.ReferencesOnDelete;

    /// <param name="deletion">One of the commit's deletes; any other write passes.</param>
    /// <param name="commit">All writes of the commit: what they delete does not count any more, what they write counts as it will be.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationProblem">Conflict (409) under <see cref="ValidationPolicy.Enforce"/>; names up to ten referrers.</exception>
    public async Task CheckAsync(StoreWrite deletion, IReadOnlyList<StoreWrite> commit, CancellationToken cancellationToken)
    {
        if (_policy == ValidationPolicy.Off || deletion.Method != StoreMethod.Delete || await store.ReadAsync(deletion.ResourceType, deletion.Id, cancellationToken) is not { IsDeleted: false })
        {
            return;
        }

        var found = await ReferrersAsync(deletion, commit, cancellationToken);
        if (found.Count > 0)
        {
            Judge(Reference(deletion), found);
        }
    }

    private async Task<List<string>> ReferrersAsync(StoreWrite deletion, IReadOnlyList<StoreWrite> commit, CancellationToken cancellationToken)
    {
        var target = Reference(deletion);
        var written = commit.Select(Reference).ToHashSet(StringComparer.Ordinal);
        var found = commit.Where(write => RefersTo(write, target)).Select(Reference).Take(Named + 1).ToList();
        await foreach (var referrer in referrers.OfAsync(deletion.ResourceType, deletion.Id, cancellationToken))
        {
            if (found.Count > Named)
            {
                break;
            }

            if (!written.Contains(referrer))
            {
                found.Add(referrer);
            }
        }

        return found;
    }

    private bool RefersTo(StoreWrite write, string target)
        => write.Resource is { } resource && Reference(write) != target && LocalReferences.Of(resource, address.BaseUrl).Any(reference => reference.Local == target);

    private void Judge(string target, List<string> found)
    {
        var named = string.Join(", ", found.Take(Named)) + (found.Count > Named ? " and others" : "");
        if (_policy == ValidationPolicy.Enforce)
        {
            throw OperationProblem.Conflict(
                $"{target} cannot be deleted: {named} {(found.Count == 1 ? "refers" : "refer")} to it. Delete or change {(found.Count == 1 ? "it" : "them")} before, or in the same transaction.",
                target.Split('/')[0]);
        }

        LogReferred(logger, target.Split('/')[0], found.Count);
    }

    private static string Reference(StoreWrite write) => $"{write.ResourceType}/{write.Id}";

    [LoggerMessage(23, LogLevel.Warning, "A {ResourceType} was deleted although resources refer to it: {Count}, or more where that is 11")]
    private static partial void LogReferred(ILogger logger, string resourceType, int count);
}
