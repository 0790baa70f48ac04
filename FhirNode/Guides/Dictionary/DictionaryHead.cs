namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>The part of a dictionary that is not a feature.</summary>
public sealed record DictionaryHead
{
    /// <summary>The guide's name, which is its folder's name.</summary>
    public required string Guide { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>Base of the guide's canonical URLs; its own code system is <c>{Canonical}/CodeSystem/terms</c>.</summary>
    public required string Canonical { get; init; }

    /// <summary>Cells that mean missing in any column; compared exactly after trimming.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public required IdentifierDefinition Identifier { get; init; }

    public required ConditionDefinition Condition { get; init; }

    public IReadOnlyDictionary<string, PanelDefinition> Panels { get; init; } = new Dictionary<string, PanelDefinition>();

    public IReadOnlyDictionary<string, GroupDefinition> Groups { get; init; } = new Dictionary<string, GroupDefinition>();

    /// <summary>Combinations that no patient can have, in the dictionary's order.</summary>
    public IReadOnlyList<RuleDefinition> Rules { get; init; } = [];

    /// <summary>What experiments of this disease predict; null where the guide does not say.</summary>
    public AnalysisDefinition? Analysis { get; init; }

    /// <summary>Ids of the profiles that are compiled in the guide's folder (<c>profiles/StructureDefinition-*.json</c>).</summary>
    public IReadOnlySet<string> Profiles { get; init; } = new HashSet<string>();

    /// <summary>The guide's own code system, for what no public terminology names.</summary>
    public string OwnSystem => $"{Canonical}/CodeSystem/terms";
}
