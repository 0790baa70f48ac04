using GenoMed.Fhir.Operations.Bulk;
using GenoMed.Fhir.Operations.Contracts.Export;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.References;
using GenoMed.Fhir.Store;
using GenoMed.Fhir.Store.Search;

namespace GenoMed.Fhir.Operations.Export;

/// <summary>
/// Understands the kick-off of an export. What the guide lets a server refuse is refused, unless the client sent
/// <c>Prefer: handling=lenient</c>: then it is passed over.
/// </summary>
internal sealed class ExportValidator(IResourceStore store, ISearchParser searches)
{
    private static readonly string[] Formats = ["application/fhir+ndjson", "application/ndjson", "ndjson"];

    /// <exception cref="OperationProblem">What is wrong with the request.</exception>
    public async Task<ExportRequest> ReadAsync(ExportInput input, OperationContext context)
    {
        CheckFormat(input.OutputFormat);
        CheckUnsupported(input, context);
        var ofPatients = context.Target.ResourceType is not null;
        var types = await TypesAsync(input, ofPatients, context);
        var filters = Filters(input, types, context);
        return new ExportRequest(
            types,
            ofPatients ? await PatientsAsync(input, context) : null,
            Instant("_since", input.Since),
            Instant("_until", input.Until),
            filters,
            ElementFilter.Parse(input.Elements));
    }

    private static void CheckFormat(string? format)
    {
        // A '+' in a query decodes to a space.
        if (format is not null && !Formats.Contains(format.Replace(' ', '+')))
        {
            throw ParameterProblem.Invalid("_outputFormat", $"'{format}' is none of {string.Join(", ", Formats)}.");
        }
    }

    private static void CheckUnsupported(ExportInput input, OperationContext context)
    {
        foreach (var (name, isGiven) in new[] { ("includeAssociatedData", input.IncludeAssociatedData.Count > 0), ("organizeOutputBy", input.OrganizeOutputBy is not null) })
        {
            if (isGiven && !context.Lenient)
            {
                throw NotSupported(name, $"{name} is not supported; leave it out, or send Prefer: handling=lenient to have it passed over.");
            }
        }

        if (input.Patients.Count > 0 && context.Target.ResourceType is null)
        {
            throw ParameterProblem.Invalid("patient", "An export of the whole system takes no patient; use Patient/$export.");
        }
    }

    private async Task<IReadOnlyList<string>> TypesAsync(ExportInput input, bool ofPatients, OperationContext context)
    {
        var asked = Names(input.Types).ToList();
        if (asked.Count == 0)
        {
            var stored = await store.CountAsync(context.CancellationToken);
            asked = [.. stored.Keys.Where(type => context.MayRead(type) && (!ofPatients || PatientReferences.Has(type)))];
            return asked.Count > 0 || MayReadAny(ofPatients, context) ? [.. asked.Order(StringComparer.Ordinal)] : throw Forbidden("any resource type", context);
        }

        var faults = asked.Where(type => !R5Definitions.Instance.IsResourceType(type) || (ofPatients && !PatientReferences.Has(type))).ToList();
        if (faults.Count > 0 && !context.Lenient)
        {
            throw ParameterProblem.Invalid("_type", $"{string.Join(", ", faults)}: no resource type of R5{(ofPatients ? " that belongs to patients" : string.Empty)}.");
        }

        var types = asked.Except(faults).Distinct().Order(StringComparer.Ordinal).ToList();
        return types.Find(type => !context.MayRead(type)) is { } hidden ? throw Forbidden(hidden, context) : types;
    }

    /// <summary>Where nothing is stored yet, whoever may read something is told of nothing, and not that he may not ask.</summary>
    private static bool MayReadAny(bool ofPatients, OperationContext context)
        => R5Definitions.Instance.ResourceTypes.Any(type => context.MayRead(type) && (!ofPatients || PatientReferences.Has(type)));

    private ILookup<string, SearchQuery> Filters(ExportInput input, IReadOnlyList<string> types, OperationContext context)
    {
        SearchQuery[] queries = [.. input.TypeFilters.Select(filter => Filter(filter, types, context)).OfType<SearchQuery>()];

        // A chain says something about the resources that it leads over.
        return queries.SelectMany(FilterTypes.Of).FirstOrDefault(type => !context.MayRead(type)) is { } hidden
            ? throw Forbidden(hidden, context)
            : queries.ToLookup(query => query.ResourceType, StringComparer.Ordinal);
    }

    private SearchQuery? Filter(string text, IReadOnlyList<string> types, OperationContext context)
    {
        try
        {
            var mark = text.IndexOf('?', StringComparison.Ordinal);
            var type = mark < 0 ? text : text[..mark];
            return mark > 0 && types.Contains(type)
                ? Checked(searches.Parse(type, text[(mark + 1)..]), text)
                : throw ParameterProblem.Invalid("_typeFilter", $"'{text}' is not of the form Type?query with a type that is exported.");
        }
        catch (OperationProblem) when (context.Lenient)
        {
            return null;
        }
    }

    private static SearchQuery Checked(SearchQuery query, string text) => query.Sort.Count == 0 && query.Clauses.Count > 0
        ? query
        : throw ParameterProblem.Invalid("_typeFilter", $"'{text}' must filter, and must not use _sort or other parameters of the result.");

    private async Task<PatientFilter> PatientsAsync(ExportInput input, OperationContext context)
    {
        var group = context.Target.Id is { } id ? (string[])[$"Group/{id}"] : [];
        var named = await PatientFilter.ReadAsync(store, input.Patients, [], context.CancellationToken);
        var members = await PatientFilter.ReadAsync(store, [], group, context.CancellationToken);
        if (named is null || members is null)
        {
            return named ?? members ?? new PatientFilter((IReadOnlySet<string>?)null);
        }

        var strangers = named.Patients!.Except(members.Patients!).ToList();
        return strangers.Count == 0 ? named : throw ParameterProblem.Invalid("patient", $"Not in Group/{context.Target.Id}: {string.Join(", ", strangers.Select(patient => "Patient/" + patient))}.");
    }

    private static IEnumerable<string> Names(IEnumerable<string> lists)
        => lists.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static DateTimeOffset? Instant(string name, string? text)
    {
        try
        {
            // A '+' of the offset decodes to a space in a query.
            return text is null ? null : FhirInstant.Parse(text.Replace(' ', '+'));
        }
        catch (OperationProblem problem)
        {
            throw ParameterProblem.Invalid(name, problem.Message);
        }
    }

    private static OperationProblem NotSupported(string name, string text)
        => new(ProblemKind.Invalid, [new OutcomeIssue(IssueSeverity.Error, IssueCode.NotSupported, text, ParameterProblem.Expression(name))]);

    private static OperationProblem Forbidden(string what, OperationContext context)
        => OperationProblem.Forbidden($"Client '{context.ClientId}' may not read {what}; it needs the scope system/<Type>.r of what it exports.");
}
