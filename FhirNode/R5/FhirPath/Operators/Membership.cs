using GenoMed.Fhir.R5.FhirPath.Compilation;

namespace GenoMed.Fhir.R5.FhirPath.Operators;

/// <summary>The operators <c>in</c> and <c>contains</c>.</summary>
internal static class Membership
{
    /// <summary>Null for an empty item.</summary>
    public static bool? In(FhirPathCollection item, FhirPathCollection values, Scope scope)
    {
        if (Singleton.Item(item) is not { } wanted)
        {
            return null;
        }

        scope.Evaluation.Charge(values.Count);
        foreach (var value in values)
        {
            if (Equality.AreEqual(wanted, value) == true)
            {
                return true;
            }
        }

        return false;
    }
}
