using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Profiles;
using GenoMed.Fhir.R5.Resources;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Guides.Conformance;

/// <summary>Checks files of resources, one a line, against R5 and the profiles that they claim, on all cores.</summary>
public sealed class NdjsonCheck
{
    private const int Kept = 100;
    private readonly ProfileValidator _validator;

    /// <param name="guides">Whose profiles, value sets and code systems count.</param>
    public NdjsonCheck(GuideCatalog guides)
    {
        var known = new CanonicalChain(guides.Canonicals, OfficialCanonicals.Instance);
        _validator = new ProfileValidator(known, new TerminologyService(known));
    }

    /// <summary>Checks.</summary>
    /// <param name="files">Of NDJSON; a Bundle counts as its entries' resources.</param>
    /// <param name="progress">Told how many resources are checked.</param>
    /// <param name="cancellationToken">Asked between lines.</param>
    public CheckedFile Run(IReadOnlyList<string> files, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        const int Step = 10_000;
        var (types, profiles, faults) = (new SortedDictionary<string, long>(StringComparer.Ordinal), new SortedDictionary<string, long>(StringComparer.Ordinal), new List<string>());
        var (count, errors, warnings) = (0L, 0L, 0L);
        foreach (var checkedOne in files.SelectMany(Lines).AsParallel().AsOrdered().WithCancellation(cancellationToken).WithMergeOptions(ParallelMergeOptions.AutoBuffered).SelectMany(Check))
        {
            types[checkedOne.Type] = types.GetValueOrDefault(checkedOne.Type) + 1;
            foreach (var profile in checkedOne.Profiles)
            {
                profiles[profile] = profiles.GetValueOrDefault(profile) + 1;
            }

            errors += checkedOne.HasError ? 1 : 0;
            warnings += !checkedOne.HasError && checkedOne.Faults.Count > 0 ? 1 : 0;
            faults.AddRange(checkedOne.Faults.Take(Kept - faults.Count));
            if (++count % Step == 0)
            {
                progress?.Report(count);
            }
        }

        progress?.Report(count);
        return new CheckedFile(types, profiles, errors, warnings, faults);
    }

    private static IEnumerable<(string File, int Line, string Text)> Lines(string file)
        => File.ReadLines(file).Select((text, i) => (Path.GetFileName(file), i + 1, text)).Where(line => line.text.Length > 0);

    private IEnumerable<CheckedResource> Check((string File, int Line, string Text) line)
    {
        var where = $"{line.File}, line {line.Line}";
        Resource read;
        try
        {
            read = Resource.Parse(System.Text.Encoding.UTF8.GetBytes(line.Text));
        }
        catch (OperationProblem problem)
        {
            return [new CheckedResource("no resource", [], true, [$"{where}: {problem.Message}"])];
        }

        return read.ResourceType == "Bundle"
            ? [.. Bundle.Read(read).Entries.Select(entry => entry.Resource).OfType<Resource>().Select(resource => Check(resource, $"{where}, {resource.ResourceType}/{resource.Id}"))]
            : [Check(read, where)];
    }

    private CheckedResource Check(Resource resource, string where)
    {
        var issues = _validator.Validate(resource).Where(issue => issue.Severity != IssueSeverity.Information).ToArray();
        return new CheckedResource(
            resource.ResourceType,
            [.. (resource.Element.Child("meta")?.Items("profile") ?? []).Select(profile => profile.GetString()).OfType<string>()],
            issues.Any(issue => issue.Severity is IssueSeverity.Error or IssueSeverity.Fatal),
            [.. issues.Select(issue => $"{where}, {issue.Expression}: {issue.Severity}: {issue.Diagnostics}")]);
    }

    private sealed record CheckedResource(string Type, IReadOnlyList<string> Profiles, bool HasError, IReadOnlyList<string> Faults);
}
