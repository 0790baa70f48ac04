using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Profiles;

namespace GenoMed.Fhir.R5.Terminology;

/// <summary><c>memberOf(valueSet)</c> of FHIRPath: whether any code of a value is of the set; null where that cannot be told.</summary>
public static class Membership
{
    public static bool? Of(ITerminology terminology, FhirPathValue value, string valueSet)
    {
        bool? known = false;
        foreach (var (system, code) in BindingCheck.Codes(value))
        {
            var isMember = terminology.Contains(valueSet, system, code);
            if (isMember is true)
            {
                return true;
            }

            known = isMember is null ? null : known;
        }

        return known;
    }
}
