using GenoMed.Fhir.Guides.Etl;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Manager.Loading;

/// <summary>Counts what a transaction did from the statuses of its answer.</summary>
internal static class EtlAnswers
{
    public static EtlAnswer Count(Resource answer)
    {
        var responses = Bundle.Read(answer).Entries.Select(entry => entry.Response).OfType<BundleResponse>().ToList();
        var unchanged = responses.Count(IsUnchanged);
        return new EtlAnswer(
            Created: responses.Count(response => response.StatusCode == 201),
            Updated: responses.Count(response => response.StatusCode == 200) - unchanged,
            Unchanged: unchanged,
            Deleted: responses.Count(response => response.StatusCode == 204));
    }

    // The node says so in the entry's outcome when a write found the same content already there.
    private static bool IsUnchanged(BundleResponse response) => response is { StatusCode: 200, Outcome: not null };
}
