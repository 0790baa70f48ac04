using System.Collections.Concurrent;
using System.Text.Json;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>The profiles of a source, each compiled when it is first asked for.</summary>
internal sealed class ProfileSet(ICanonicalSource source)
{
    /// <summary>Where the definitions of R5's own types stand.</summary>
    public const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private const int LongestChain = 32;

    private readonly ConcurrentDictionary<string, Profile> _profiles = new(StringComparer.Ordinal);

    /// <summary>The profile of a canonical URL, a type of R5 included; null when it is not known here.</summary>
    /// <exception cref="OperationProblem">It is known, and cannot be applied: its base is not known, its elements are not those of its type.</exception>
    public Profile? Find(string canonical) => _profiles.TryGetValue(canonical, out var known) ? known : Compile(canonical, depth: 0);

    private Profile? Compile(string canonical, int depth)
    {
        var url = CanonicalUrl.Parse(canonical);
        if (OfType(url.Url) is { } core)
        {
            return core;
        }

        return source.Find("StructureDefinition", url) is { } definition ? _profiles.GetOrAdd(canonical, Read(definition, depth)) : null;
    }

    private static Profile? OfType(string url)
    {
        var name = url.StartsWith(Core, StringComparison.Ordinal) ? url[Core.Length..] : null;
        return name is not null && R5Definitions.Instance.Type(name) is { } type ? new Profile(url, name, Constraint.Of(name, type.Children), []) : null;
    }

    private Profile Read(JsonElement definition, int depth)
    {
        var (url, type, baseUrl) = (definition.Text("url")!, definition.Text("type"), definition.Text("baseDefinition"));
        if (type is null || baseUrl is null || depth > LongestChain || R5Definitions.Instance.Type(type) is null)
        {
            throw Fault(url, depth > LongestChain ? "its base profiles lead back to itself" : $"it constrains '{type}' by '{baseUrl}', which is no type of R5");
        }

        var root = (Compile(baseUrl, depth + 1) ?? throw Fault(url, $"its base {baseUrl} is not known here")).Root.Clone();
        new DifferentialReader(url, root).Apply(definition.Child("differential")?.Items("element") ?? []);
        return new Profile(url, type, root, [.. definition.Items("context")]);
    }

    internal static OperationProblem Fault(string url, string reason)
        => OperationProblem.Unprocessable($"The profile {url} cannot be applied: {reason}.", "StructureDefinition");
}
