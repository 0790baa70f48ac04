using System.Globalization;
using System.Text.RegularExpressions;
using GenoMed.Fhir.Compute.Models.Data;
using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.Guides.Expressions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>
/// Understands conditions: a value of a binary feature or category goes to the model, anything else becomes a check of each
/// row. Refuses what can never hold where that can be seen before a row is drawn.
/// </summary>
internal sealed partial class ConditionReader(DataDictionary dictionary, FeatureSchema rows)
{
    private readonly FeatureNames _names = new(dictionary);
    private readonly RowSymbols _symbols = new(dictionary, rows);
    private readonly RowLayout _layout = new(rows);
    private readonly Dictionary<string, double> _fixed = new(StringComparer.Ordinal);
    private readonly List<RowCheck> _checks = [];
    private readonly Dictionary<int, Interval> _intervals = [];

    /// <exception cref="OperationProblem">Invalid: a feature, value or expression that is not known, or conditions that contradict each other.</exception>
    public RowConditions Read(IReadOnlyList<string> conditions)
    {
        foreach (var text in conditions)
        {
            Read(text);
        }

        return new RowConditions(_fixed, _checks);
    }

    /// <summary>A feature that the rows have, by any of its names.</summary>
    public (FeatureDefinition Feature, int Offset) Find(string name, string text)
    {
        var found = _names.Find(name) ?? throw OperationProblem.Invalid($"'{text}': the guide '{dictionary.Head.Guide}' has no feature '{name}'.");
        var feature = dictionary.Features[found.Position];
        return _layout.Offset(feature.Name) is { } offset
            ? (feature, offset + found.Part)
            : throw OperationProblem.Invalid($"'{text}': the model generates no '{feature.Name}'; it generates: {string.Join(", ", rows.Features.Select(one => one.Name))}.");
    }

    /// <summary>The number of a category's value.</summary>
    public static double Value(FeatureDefinition feature, string value, string text) => CategoryCodes.Index(feature, value.Trim('\''))
        ?? throw OperationProblem.Invalid($"'{text}': {feature.Name} has no value '{value}'; it has: {string.Join(", ", feature.Categories.Select(category => category.Code))}.");

    private void Read(string text)
    {
        if (text.Length > Expression.MaxLength)
        {
            throw OperationProblem.Invalid($"A condition has at most {Expression.MaxLength} characters; '{text[..40]}...' has {text.Length}.");
        }

        if (Simple().Match(text) is { Success: true } match)
        {
            var (feature, at) = Find(match.Groups["name"].Value, text);
            var (op, value) = (match.Groups["op"].Value is "=" ? "==" : match.Groups["op"].Value, match.Groups["value"].Value);
            if (feature.Categories.Count > 0 && feature.Feature.Type != FeatureType.TimeToEvent)
            {
                Category(feature, at, op, value, text);
                return;
            }

            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number))
            {
                Number(feature, at, op, number, text);
                return;
            }
        }

        Any(text);
    }

    private void Category(FeatureDefinition feature, int at, string op, string value, string text)
    {
        var index = Value(feature, value, text);
        if (op == "==")
        {
            if (!_fixed.TryAdd(feature.Name, index) && _fixed[feature.Name] != index)
            {
                throw OperationProblem.Invalid($"'{text}' contradicts another condition on {feature.Name}: no patient has both values.");
            }

            return;
        }

        if (op != "!=" && !feature.Feature.Ordered)
        {
            throw OperationProblem.Invalid($"'{text}': the values of {feature.Name} have no order; conditions on it use = and !=.");
        }

        _checks.Add(new RowCheck(text, row => !Interval.Meets(op, row[at], index)));
    }

    private void Number(FeatureDefinition feature, int at, string op, double number, string text)
    {
        if (op == "==" && feature.Feature.Type == FeatureType.Continuous)
        {
            throw OperationProblem.Invalid($"'{text}': {feature.Name} is a continuous number, and none is drawn twice; give a range such as '{feature.Name} > {number}'.");
        }

        var range = HardRules.Range(feature);
        var before = _intervals.TryGetValue(at, out var known) ? known : feature.Feature.Type == FeatureType.TimeToEvent ? new Interval(0, double.PositiveInfinity) : new Interval(range.Lowest, range.Highest);
        _intervals[at] = before.And(op, number);
        if (_intervals[at].IsEmpty)
        {
            throw OperationProblem.Invalid(FormattableString.Invariant($"'{text}' can hold for nobody: the other conditions and the guide's range leave {feature.Name} only {before}."));
        }

        _checks.Add(new RowCheck(text, row => !Interval.Meets(op, row[at], number)));
    }

    private void Any(string text)
    {
        try
        {
            var condition = Expression.Compile(text, _symbols);
            _checks.Add(new RowCheck(text, row => !Truth.Holds(condition.Evaluate(row))));
        }
        catch (ExpressionException e)
        {
            throw OperationProblem.Invalid($"The condition '{text}' cannot be read: {e.Message} A condition is such as SF3B1=1, AGE > 70 or (AGE > 70 and not mut_TP53).");
        }
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z_][A-Za-z0-9_.\-]*)\s*(?<op>==|!=|<=|>=|=|<|>)\s*(?<value>'[^']*'|[^\s'=<>!]+)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Simple();
}
