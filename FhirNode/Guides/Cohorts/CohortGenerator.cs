using System.Globalization;
using GenoMed.Fhir.Guides.Expressions;
using GenoMed.Fhir.Guides.Scores;

namespace GenoMed.Fhir.Guides.Cohorts;

/// <summary>Invents patients by a recipe. The same recipe, seed and n give the same rows.</summary>
public sealed class CohortGenerator
{
    private readonly CohortRecipe _recipe;
    private readonly Draws _draws;
    private readonly CohortColumn[] _columns;
    private readonly int _slots;

    /// <param name="recipe">The guide's recipe.</param>
    /// <param name="scope">The guide's scores, for variables that are a score.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="with">The optional variables to draw as well; default none.</param>
    /// <exception cref="ExpressionException">The recipe names something that it has not drawn yet.</exception>
    public CohortGenerator(CohortRecipe recipe, ScoreScope scope, int seed, IReadOnlyCollection<string>? with = null)
    {
        _recipe = recipe;
        _draws = new Draws(seed);
        var compiler = new CohortCompiler(_draws, scope);
        _columns = [.. recipe.Variables.Where(variable => !variable.Optional || with?.Contains(variable.Name) == true).SelectMany(compiler.Compile)];
        _slots = compiler.Slots;
    }

    /// <summary>The next <paramref name="n"/> patients.</summary>
    public Cohort Generate(int n)
    {
        var header = _columns.Where(column => !column.Variable.Hidden).SelectMany(Names).Prepend(_recipe.Identifier);
        return new Cohort([.. header], [.. Enumerable.Range(1, n).Select(Patient)]);
    }

    private string[] Patient(int number)
    {
        var row = new double[_slots];
        var cells = new List<string> { _draws.Pattern(_recipe.Pattern) + number.ToString("D5", CultureInfo.InvariantCulture) };
        foreach (var column in _columns)
        {
            if (column.Vector is { } vector)
            {
                cells.AddRange(Cells(vector.Draw(row), IsMissing(column.Variable, 0)));
                continue;
            }

            var value = row[column.Slot] = column.Draw(row);
            if (!column.Variable.Hidden)
            {
                cells.Add(IsMissing(column.Variable, value) ? "" : Cell(column, value));
            }
        }

        return [.. cells];
    }

    private static IEnumerable<string> Names(CohortColumn column) => column.Variable.Vector is { } vector
        ? Enumerable.Range(0, vector.Dimension).Select(i => $"{column.Name}_{i}")
        : [column.Name];

    private static IEnumerable<string> Cells(float[] values, bool missing)
        => values.Select(value => missing ? "" : value.ToString("R", CultureInfo.InvariantCulture));

    private bool IsMissing(CohortVariable variable, double value)
        => (variable.Missing > 0 && _draws.Bernoulli(variable.Missing) == 1) || double.IsNaN(value);

    private static string Cell(CohortColumn column, double value)
        => column.Codes is { } codes ? codes[(int)value] : value.ToString("R", CultureInfo.InvariantCulture);
}
