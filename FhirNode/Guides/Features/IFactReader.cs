using GenoMed.Fhir.R5.Resources;

namespace GenoMed.Fhir.Guides.Features;

/// <summary>Takes from the resources of one type what the dictionary asks for.</summary>
internal interface IFactReader
{
    string ResourceType { get; }

    void Read(Resource resource, FactTable table);

    /// <summary>Called when every resource of every type has been read.</summary>
    void Finish(FactTable table)
    {
    }
}
