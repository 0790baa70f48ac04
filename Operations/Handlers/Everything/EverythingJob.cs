using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.Store;

namespace GenoMed.Fhir.Operations.Everything;

/// <summary>Gathers a page of all about some patients.</summary>
internal sealed class EverythingJob(IResourceStore store)
{
    private readonly PatientCompartment _compartment = new(store);
    private readonly SupportingResources _supporting = new(store);

    /// <param name="patients">Whom it is about.</param>
    /// <param name="first">A resource that leads the first page (the group), or null.</param>
    /// <param name="input">Filters, page size and place.</param>
    /// <param name="context">For access and links.</param>
    public async Task<Resource> RunAsync(IPatientList patients, StoredResource? first, EverythingInput input, OperationContext context)
    {
        var found = new List<StoredResource>();
        if (first is not null && input.Cursor == EverythingCursor.Start && IsWanted(first.ResourceType, input, context))
        {
            found.Add(first);
        }

        var next = await FillAsync(found, patients, input, context);
        var include = await _supporting.OfAsync(found.Select(match => match.Resource!), type => IsWanted(type, input, context), context.CancellationToken);
        var isWhole = next is null && input.Cursor == EverythingCursor.Start;
        return new Bundle("searchset", [.. found.Select(match => Entry(match, "match", context)), .. include.Select(match => Entry(match, "include", context))])
        {
            Total = isWhole ? found.Count : null,
            Links = Links(input, next, context),
        }.ToResource();
    }

    private async Task<EverythingCursor?> FillAsync(List<StoredResource> found, IPatientList patients, EverythingInput input, OperationContext context)
    {
        var cursor = input.Cursor;
        var held = found.Select(match => $"{match.ResourceType}/{match.Id}").ToHashSet(StringComparer.Ordinal);
        while (await patients.AtAsync(cursor.Patient, context.CancellationToken) is { } patient)
        {
            // Patients may share a resource (a list, a group): it stands on a page once.
            var page = await _compartment.PageAsync(patient.Id, type => IsWanted(type, input, context), input.Since, Math.Max(1, input.Count - found.Count), cursor.Page, context.CancellationToken);
            found.AddRange(page.Matches.Where(match => held.Add($"{match.ResourceType}/{match.Id}")));
            if (page.Next is null && patient.Next is null)
            {
                return null;
            }

            cursor = page.Next is not null ? cursor with { Page = page.Next } : new EverythingCursor(patient.Next, null);
            if (found.Count >= input.Count)
            {
                return cursor;
            }
        }

        return null;
    }

    private static bool IsWanted(string type, EverythingInput input, OperationContext context)
        => (input.Types.Count == 0 || input.Types.Contains(type)) && context.MayRead(type);

    private static BundleEntry Entry(StoredResource match, string mode, OperationContext context) => new()
    {
        FullUrl = $"{context.BaseUrl}/{match.ResourceType}/{match.Id}",
        Resource = match.Resource,
        SearchMode = mode,
    };

    private static IReadOnlyList<BundleLink> Links(EverythingInput input, EverythingCursor? next, OperationContext context)
    {
        var self = new BundleLink("self", Url(input.Query(input.Cursor == EverythingCursor.Start ? null : input.Cursor), context));
        return next is null ? [self] : [self, new BundleLink("next", Url(input.Query(next), context))];
    }

    private static string Url(string query, OperationContext context)
        => $"{context.BaseUrl}/{context.Target}/$everything{(query.Length > 0 ? "?" : string.Empty)}{query}";
}
