using GenoMed.Fhir.R5.FhirPath;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.R5.Profiles;

internal sealed partial class ConstraintWalk
{
    private const int None = -1;

    private void Slices(FhirPathValue parent, Constraint sliced, FhirPathCollection values)
    {
        var counts = new int[sliced.Slices.Count];
        var last = None;
        for (var index = 0; index < values.Count; index++)
        {
            var found = SliceOf(values[index], index, sliced);
            Order(values[index], sliced, found, ref last);
            if (found != None)
            {
                counts[found]++;
                Check(values[index], sliced.Slices.GetAt(found).Value);
            }
        }

        for (var i = 0; i < counts.Length; i++)
        {
            Count(parent, sliced.Slices.GetAt(i).Value, counts[i]);
        }
    }

    private int SliceOf(FhirPathValue value, int index, Constraint sliced)
    {
        for (var i = 0; i < sliced.Slices.Count; i++)
        {
            if (new SliceMatcher(services, scope).IsOf(value, index, sliced.Slices.GetAt(i).Value, i, sliced.Slicing!))
            {
                return i;
            }
        }

        return None;
    }

    private void Order(FhirPathValue value, Constraint sliced, int found, ref int last)
    {
        var slicing = sliced.Slicing!;
        if (found == None && slicing.Rules == "closed")
        {
            Error(IssueCode.Structure, $"{sliced.Label} is of no slice that the profile allows: {string.Join(", ", sliced.Slices.Keys)}", value);
        }
        else if (found != None && (last == int.MaxValue || (slicing.IsOrdered && found < last)))
        {
            Error(IssueCode.Structure, $"{sliced.Slices.GetAt(found).Value.Label} is out of order; the profile's order is {string.Join(", ", sliced.Slices.Keys)}", value);
        }
        else
        {
            // With openAtEnd nothing of a slice comes after a value of none.
            last = found != None ? found : slicing.Rules == "openAtEnd" ? int.MaxValue : last;
        }
    }
}
