using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>A detail of a finding (its allele frequency) needs the finding. A 0 beside an absent one is a source's way to say nothing.</summary>
internal sealed class DetailRule(FeatureDefinition detail, int offset, FeatureDefinition finding, int findingOffset) : IRowRule
{
    public static DetailRule[] All(DataDictionary dictionary) => dictionary.Features
        .Select((feature, i) => (feature, i))
        .Where(pair => pair.feature.Carrier.Of is not null)
        .Select(pair => new DetailRule(pair.feature, dictionary.Offset(pair.i), dictionary[pair.feature.Carrier.Of!], dictionary.Offset(dictionary.Position(pair.feature.Carrier.Of!))))
        .ToArray();

    public void Check(double[] values, long row, FaultList faults)
    {
        if (double.IsNaN(values[offset]) || values[findingOffset] == 1)
        {
            return;
        }

        if (values[offset] != 0)
        {
            faults.Add(row, detail.Columns[0], "", EtlRule.DetailWithoutFinding, $"{detail.Columns[0]} is given and {finding.Columns[0]} is not present; give the finding, or leave the cell empty.");
        }

        values[offset] = double.NaN;
    }
}
