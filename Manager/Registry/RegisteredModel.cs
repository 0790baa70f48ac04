namespace GenoMed.Fhir.Manager.Registry;

/// <summary>A model of the registry.</summary>
/// <param name="Folder">Where <c>model.safetensors</c> and <c>card.json</c> lie.</param>
/// <param name="Card">What is known of it.</param>
public sealed record RegisteredModel(string Folder, ModelCard Card)
{
    /// <summary>The weights.</summary>
    public string WeightsFile => Path.Combine(Folder, "model.safetensors");

    /// <summary>The card.</summary>
    public string CardFile => Path.Combine(Folder, "card.json");
}
