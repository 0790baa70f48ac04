using GenoMed.Fhir.Guides.Expressions;
using GenoMed.Fhir.Guides.Publishing;

namespace GenoMed.Fhir.Guides.Dictionary;

/// <summary>Reads a dictionary's rules when it is loaded: a misspelt feature must not make a rule that nothing breaks.</summary>
internal static class CombinationRules
{
    public static void Check(YamlMap root, DataDictionary dictionary)
    {
        var symbols = new RowSymbols(dictionary, dictionary.Schema);
        foreach (var rule in dictionary.Head.Rules)
        {
            Compile(root.About($"rule {rule.Id}"), rule, symbols);
        }

        if (dictionary.Head.Rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw root.Problem($"the rule '{twice.Key}' stands there {twice.Count()} times");
        }
    }

    private static void Compile(YamlMap at, RuleDefinition rule, RowSymbols symbols)
    {
        try
        {
            Expression.Compile(rule.Impossible, symbols);
        }
        catch (ExpressionException e)
        {
            throw at.Problem(e.Message);
        }
    }
}
