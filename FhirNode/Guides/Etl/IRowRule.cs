namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What must hold between the cells of one row.</summary>
internal interface IRowRule
{
    void Check(double[] values, long row, FaultList faults);
}
