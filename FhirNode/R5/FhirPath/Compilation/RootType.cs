using GenoMed.Fhir.R5.FhirPath.Types;
using GenoMed.Fhir.R5.FhirPath.Values;

namespace GenoMed.Fhir.R5.FhirPath.Compilation;

/// <summary>A path may start with the type of its focus: <c>Patient.name</c> on a Patient, <c>Resource.id</c> on anything.</summary>
internal sealed class RootType(string name, MemberAccess member)
{
    private readonly FhirPathType? _type = FhirPathType.Find(name);

    public FhirPathCollection Evaluate(FhirPathCollection focus, Scope scope)
    {
        var found = new CollectionBuilder();
        foreach (var item in focus)
        {
            if (IsInstance(item))
            {
                found.Add(item);
            }
            else
            {
                member.Collect(item, scope.IsStrict, ref found);
            }
        }

        return found.Build();
    }

    private bool IsInstance(FhirPathValue item)
        => !item.IsSystem && (_type is not null ? item.TypeInfo.Is(_type) : item.TypeInfo.Name == name);
}
