namespace GenoMed.Fhir.Guides.Shapes;

/// <summary>Writes one kind of resource of a patient.</summary>
internal interface IShape
{
    /// <summary>Adds to the context what the row says.</summary>
    void Write(ShapeContext context);

    /// <summary>Every type and name of a resource that this shape may write for a patient, whatever the row says.</summary>
    IEnumerable<(string Type, string Name)> Possible { get; }
}
