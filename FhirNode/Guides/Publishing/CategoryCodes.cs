using GenoMed.Fhir.Guides.Dictionary;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>Finds a value of a category by its code, else by a synonym in any case.</summary>
internal static class CategoryCodes
{
    public static double? Index(FeatureDefinition feature, string text)
        => Index(feature, category => category.Code == text) ?? Index(feature, category => category.Synonyms.Append(category.Code).Contains(text, StringComparer.OrdinalIgnoreCase));

    private static double? Index(FeatureDefinition feature, Func<CategoryDefinition, bool> match)
    {
        for (var i = 0; i < feature.Categories.Count; i++)
        {
            if (match(feature.Categories[i]))
            {
                return i;
            }
        }

        return null;
    }
}
