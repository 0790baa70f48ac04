using System.Text.Json;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Finds what a slice demands at the path of a discriminator, through the profiles of its types.</summary>
internal sealed class DiscriminatorPath(ProfileSet profiles)
{
    /// <summary>The constraint at the end of the path, or null where the slice says nothing of it.</summary>
    public Constraint? Find(Constraint slice, IReadOnlyList<string> steps)
    {
        Constraint? at = slice;
        foreach (var step in steps)
        {
            at = at is null ? null : Step(at, step);
        }

        return at;
    }

    private Constraint? Step(Constraint at, string step)
    {
        if (step == "resolve()")
        {
            return Target(at);
        }

        if (Argument(step, "extension") is { } url)
        {
            return Own(at, "extension")?.Slices.Values.FirstOrDefault(slice => Demands(slice, url));
        }

        return Argument(step, "ofType") is { } type
            ? at.Slices.Values.FirstOrDefault(slice => slice.Types.Any(one => one.Code == type)) ?? at
            : Own(at, step) ?? Implied(at, step);
    }

    private Constraint? Own(Constraint at, string name)
        => at.Children.TryGetValue(name, out var child) ? child
            : Single(at) is { } profile && profile.Root.Children.TryGetValue(name, out var inherited) ? inherited
            : null;

    // An extension whose definition is not known still has its URL.
    private static Constraint? Implied(Constraint at, string name)
        => name == "url" && at.Types is [{ Profiles: [var url] }] ? new Constraint(name, null) { Label = name, Fixed = JsonSerializer.SerializeToElement(url.Split('|')[0]) } : null;

    private Profile? Single(Constraint at) => at.Types is [{ Profiles: [var url] }] ? profiles.Find(url) : null;

    private bool Demands(Constraint extension, string url)
        => (Own(extension, "url") ?? Implied(extension, "url"))?.Fixed is { ValueKind: JsonValueKind.String } wanted && wanted.GetString() == url;

    private Constraint? Target(Constraint at)
    {
        var targets = at.Types.SelectMany(type => type.Targets).Select(url => (url, profiles.Find(url)?.Type)).Where(pair => pair.Type is not null).ToList();
        return targets.Count == 0 ? null : new Constraint(at.Name, null) { Label = at.Label, Types = [.. targets.Select(pair => new TypeConstraint(pair.Type!, [pair.url], []))] };
    }

    private static string? Argument(string step, string function)
        => step.StartsWith(function + "(", StringComparison.Ordinal) && step.EndsWith(')') ? step[(function.Length + 1)..^1].Trim('\'', '"', ' ') : null;
}
