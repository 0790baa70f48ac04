using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>
/// The ViewDefinitions that are installed with the guides, by id and by canonical URL. The id of a general one is its file's
/// name (<c>observation</c>); a guide's own is <c>guide-name</c>.
/// </summary>
public sealed class ViewCatalog
{
    private readonly Lazy<IReadOnlyDictionary<string, Resource>> _views;

    public ViewCatalog(GuideCatalog guides) => _views = new(() => Read(guides));

    /// <summary>The ids, ordinal ascending.</summary>
    public IEnumerable<string> Ids => _views.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The view of this id, or null.</summary>
    public Resource? ById(string id) => _views.Value.GetValueOrDefault(id);

    /// <summary>The view of this canonical URL, <c>url</c> or <c>url|version</c>, or null.</summary>
    public Resource? ByUrl(string canonical)
    {
        var parts = canonical.Split('|', 2);
        return Ids.Select(id => _views.Value[id]).FirstOrDefault(view => view.Element.Text("url") == parts[0] && (parts.Length == 1 || view.Element.Text("version") == parts[1]));
    }

    private static Dictionary<string, Resource> Read(GuideCatalog guides)
    {
        var views = Directory.Exists(guides.SharedViews) ? Files(guides.SharedViews).ToDictionary(NameOf, Load) : [];
        foreach (var guide in guides.Names)
        {
            foreach (var file in Files(Path.Combine(guides.Find(guide).Folder, "views")))
            {
                views[$"{guide}-{NameOf(file)}"] = Load(file);
            }
        }

        return views;
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];

    private static string NameOf(string file) => Path.GetFileNameWithoutExtension(file);

    private static Resource Load(string file) => Resource.Parse(File.ReadAllBytes(file));
}
