using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Etl;

/// <summary>What a cell becomes: a part of a feature, at its place in the row.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Part">0, or 1 for the event of a time-to-event feature.</param>
/// <param name="Offset">Where in the row the number goes.</param>
/// <param name="Column">The file's column, for reports.</param>
/// <param name="Missing">Cells that mean not known.</param>
/// <param name="Spellings">The source's spelling to the dictionary's.</param>
internal sealed record CellTarget(
    FeatureDefinition Feature,
    int Part,
    int Offset,
    string Column,
    IReadOnlySet<string> Missing,
    IReadOnlyDictionary<string, string> Spellings);
