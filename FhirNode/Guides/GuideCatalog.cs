using System.Collections.Concurrent;
using GenoMed.Fhir.R5.Canonicals;
using GenoMed.Fhir.R5.Outcomes;
using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides;

/// <summary>The guides of an installation: the folders under <c>ImplementationGuides</c>. Each is read once, when first asked for.</summary>
public sealed class GuideCatalog(string root)
{
    private readonly ConcurrentDictionary<string, Guide> _guides = new();
    private readonly Lazy<ICanonicalSource> _canonicals = new(() => ReadCanonicals(root));

    /// <summary>The guides that were installed beside the executable.</summary>
    public static GuideCatalog Default { get; } = new(Path.Combine(AppContext.BaseDirectory, "ImplementationGuides"));

    /// <summary>The names of all guides, ordinal ascending. Folders that start with '_' hold what guides share.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(root)
        ? Directory.GetDirectories(root).Select(path => Path.GetFileName(path)).Where(name => name[0] != '_').Order(StringComparer.Ordinal).ToArray()
        : [];

    /// <summary>The folder of the ViewDefinitions that all guides share.</summary>
    public string SharedViews => Path.Combine(root, "_views");

    /// <summary>The profiles, value sets and code systems of all guides, shared ones included: <c>*/profiles/*.json</c>. Read on first use.</summary>
    public ICanonicalSource Canonicals => _canonicals.Value;

    /// <summary>The guide of that name.</summary>
    /// <exception cref="OperationProblem">There is none, or its folder is not a valid guide.</exception>
    public Guide Find(string name) => Names.Contains(name)
        ? _guides.GetOrAdd(name, static (name, root) => Guide.Load(Path.Combine(root, name)), root)
        : throw OperationProblem.NotFound($"No guide '{name}'; there are: {string.Join(", ", Names)}.");

    private static CanonicalSet ReadCanonicals(string root) => new(Directory.Exists(root)
        ? Directory.GetDirectories(root).Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "profiles")).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)).Select(file => Resource.Parse(File.ReadAllBytes(file)))
        : []);
}
