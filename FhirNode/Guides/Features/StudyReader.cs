using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Genomic studies: what was looked for and is not there is absent; what was not looked for stays missing.</summary>
internal sealed class StudyReader(FlatView view, RegionReader regions) : IFactReader
{
    private readonly List<(string Patient, string Regions)> _studies = [];
    private readonly int _patient = view.Column("patient");
    private readonly int _regions = view.Column("regions");

    public string ResourceType => "GenomicStudy";

    public void Read(Resource resource, FactTable table)
    {
        foreach (var row in view.Run(resource))
        {
            if (row.Text(_patient) is { } patient && row.Text(_regions) is { } list)
            {
                _studies.Add((patient, list));
            }
        }
    }

    public void Finish(FactTable table)
    {
        foreach (var (id, list) in _studies)
        {
            if (table.Find(id) is { } patient)
            {
                foreach (var position in regions.Studied(list))
                {
                    table.Tested(patient, position);
                }
            }
        }
    }
}
