using System.Globalization;
using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>Invented patients: rows of states drawn from the network, then values inside the states.</summary>
internal sealed class NetworkDraws
{
    /// <summary>Draws for each wanted row before a condition counts as never met.</summary>
    private const int Patience = 10_000;

    private readonly NetworkLayout _layout;
    private readonly IReadOnlyList<ColumnStates> _columns;
    private readonly DiscreteNetwork _network;
    private readonly (int Column, int State)[] _conditions;

    public NetworkDraws(NetworkLayout layout, IReadOnlyList<ColumnStates> columns, DiscreteNetwork network, IReadOnlyDictionary<string, double>? conditions)
    {
        (_layout, _columns, _network) = (layout, columns, network);
        _conditions = [.. (conditions ?? new Dictionary<string, double>()).Select(Condition)];
    }

    public FeatureTable Table(FeatureSchema schema, int count, long seed)
    {
        var random = new RandomStream(seed);
        var columns = _layout.Features.ToDictionary(feature => feature.Name, feature => new double[count * feature.Width]);
        var states = new int[_columns.Count];
        for (var row = 0; row < count; row++)
        {
            Draw(states, random);
            Write(states, row, columns, random);
        }

        string[] ids = [.. Enumerable.Range(1, count).Select(row => string.Create(CultureInfo.InvariantCulture, $"synthetic-{row:D6}"))];
        return new FeatureTable(schema with { Features = _layout.Features }, ids, columns);
    }

    /// <summary>Draws until the conditions are met, which gives the network's own conditional distribution.</summary>
    private void Draw(int[] states, RandomStream random)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            _network.Draw(states, random);
            if (Array.TrueForAll(_conditions, condition => states[condition.Column] == condition.State))
            {
                return;
            }
        }

        throw new ArgumentException($"None of {Patience} draws met the conditions on {string.Join(", ", _conditions.Select(condition => _columns[condition.Column].Name))}.");
    }

    private void Write(int[] states, int row, Dictionary<string, double[]> columns, RandomStream random)
    {
        for (var i = 0; i < states.Length; i++)
        {
            var column = _layout.Columns[i];
            columns[column.Feature.Name][(row * column.Feature.Width) + column.Part] = _columns[i].Value(states[i], random);
        }

        // Either part of an outcome alone says nothing.
        foreach (var outcome in _layout.Features.Where(feature => feature.Type == FeatureType.TimeToEvent))
        {
            var cells = columns[outcome.Name].AsSpan(row * 2, 2);
            if (double.IsNaN(cells[0]) || double.IsNaN(cells[1]))
            {
                cells.Fill(double.NaN);
            }
        }
    }

    private (int Column, int State) Condition(KeyValuePair<string, double> condition)
    {
        var column = Array.FindIndex(_layout.Columns, column => column.Name == condition.Key && column.Codes > 0);
        return column >= 0
            ? (column, _columns[column].State(condition.Value))
            : throw new ArgumentException($"A condition names '{condition.Key}', which is no binary feature or category of the network.");
    }
}
