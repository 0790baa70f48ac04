using GenoMed.Fhir.R5.Views;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Where the columns stand that the views of Observations share.</summary>
internal sealed class ValueColumns(FlatView view)
{
    private readonly int _id = view.Column("id");
    private readonly int _time = view.Column("time");

    public int Patient { get; } = view.Column("patient");

    public int Codes { get; } = view.Column("codes");

    public int Value { get; } = view.Column("value");

    public int Unit { get; } = view.Column("unit");

    public int Coded { get; } = view.Column("coded");

    public string Source(ViewRow row) => FlatView.Source(row.Text(_time), row.Text(_id));
}
