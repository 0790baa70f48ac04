using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.Profiles;

/// <summary>Whether a value is of a slice: every discriminator says so.</summary>
internal sealed class SliceMatcher(ProfileServices services, Scope scope)
{
    private static readonly Profile Unnamed = new(string.Empty, string.Empty, Constraint.Of(string.Empty, null), []);

    public bool IsOf(FhirPathValue value, int index, Constraint slice, int position, Slicing slicing)
        => slicing.Discriminators.All(discriminator => Matches(value, index, slice, position, discriminator));

    private bool Matches(FhirPathValue value, int index, Constraint slice, int position, Discriminator discriminator)
    {
        if (discriminator.Type == "position")
        {
            return index == position;
        }

        var found = Evaluate(value, discriminator);
        var wanted = new DiscriminatorPath(services.Profiles).Find(slice, discriminator.Steps);
        return discriminator.Type switch
        {
            "exists" => found.IsEmpty == (wanted is { Max: 0 }),
            "type" => !found.IsEmpty && wanted is not null && found.All(node => wanted.Types.Any(type => ConstraintWalk.IsOf(node, type.Code))),
            "profile" => !found.IsEmpty && wanted is not null && found.All(node => ConformsToOne(node, wanted)),
            _ => wanted is not null && found.Any(node => services.Passes(node, wanted, Unnamed, scope)),
        };
    }

    private bool ConformsToOne(FhirPathValue node, Constraint wanted)
        => wanted.Types.SelectMany(type => type.Profiles).Select(services.Profiles.Find).Any(profile => profile is not null && services.Conforms(node, profile, scope));

    private FhirPathCollection Evaluate(FhirPathValue value, Discriminator discriminator)
    {
        scope.Restart(new FhirPathCollection(value), variables: null);
        return discriminator.Expression.Evaluate(scope);
    }
}
