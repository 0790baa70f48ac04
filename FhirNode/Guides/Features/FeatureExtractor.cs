using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Publishing;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Makes a cohort's feature table of its FHIR resources: views flatten them, the dictionary says which row is which feature.</summary>
public static class FeatureExtractor
{
    /// <summary>Reads every resource type that the guide uses once.</summary>
    /// <param name="guide">The guide.</param>
    /// <param name="scan">All current resources of a type.</param>
    /// <param name="patientIds">Logical ids of the Patients to take (a Group's members), or null for all with the guide's disease that are not synthetic: a
    /// generator's patients must not be learned from again unless their Group is named.</param>
    /// <param name="cancellationToken">Stops between resources.</param>
    /// <returns>Rows ordered by source identifier, ordinal; missing is NaN.</returns>
    /// <exception cref="R5.Outcomes.OperationProblem">A view is not valid, or two patients have the same source identifier.</exception>
    public static async Task<ExtractedDataset> ExtractAsync(
        Guide guide,
        Func<string, CancellationToken, IAsyncEnumerable<Resource>> scan,
        IReadOnlySet<string>? patientIds,
        CancellationToken cancellationToken)
    {
        var table = new FactTable(guide.Dictionary, patientIds);
        var readers = Readers(guide);
        foreach (var ofType in readers.GroupBy(reader => reader.ResourceType))
        {
            var takers = ofType.ToArray();
            await foreach (var resource in scan(ofType.Key, cancellationToken).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (patientIds is null && resource.ResourceType == "Patient" && Synthetic.Is(resource))
                {
                    continue;
                }

                foreach (var reader in takers)
                {
                    reader.Read(resource, table);
                }
            }
        }

        foreach (var reader in readers)
        {
            reader.Finish(table);
        }

        return table.ToDataset();
    }

    /// <summary>In the order of reading: patients first, since everything else refers to them.</summary>
    private static IFactReader[] Readers(Guide guide)
    {
        var (dictionary, views) = (guide.Dictionary, new GuideViews(guide));
        FlatView View(string name) => new(views.Find(name));
        IFactReader[] vectors = dictionary.Features.Any(feature => feature.Feature.Type == FeatureType.Vector) ? [new VectorReader(dictionary, View("vector"))] : [];
        var regions = new RegionReader(dictionary, View("region"));
        return
        [
            new PatientReader(dictionary, View("patient")),
            new ConditionReader(dictionary, View("condition")),
            new ObservationReader(dictionary, View("observation")),
            new ComponentReader(dictionary, View("component")),
            regions,
            .. vectors,
            new ProcedureReader(dictionary, View("procedure")),
            new StudyReader(View("study"), regions),
        ];
    }
}
