namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>One column as the states of a variable, and back. Missing is a state of its own, the last, where anyone lacks a value.</summary>
/// <param name="name">The column.</param>
/// <param name="missing">Whether a patient of any node lacks a value.</param>
internal abstract class ColumnStates(string name, bool missing)
{
    public string Name => name;

    public NetworkVariable Variable => new(name, Math.Max(1, Known + (missing ? 1 : 0)));

    /// <summary>States of known values; the one after them stands for missing.</summary>
    protected abstract int Known { get; }

    /// <summary>The state of a value, NaN for missing.</summary>
    /// <exception cref="ArgumentException">No node had such a value when the states were agreed on.</exception>
    public int State(double value)
    {
        var state = double.IsNaN(value) ? (missing ? Known : -1) : KnownState(value);
        return state >= 0 && state < Variable.States
            ? state
            : throw new ArgumentException($"Column '{name}' has a value {value} that no node had when the states were agreed on.");
    }

    /// <summary>A value in that state.</summary>
    public double Value(int state, RandomStream random) => state == Known ? double.NaN : KnownValue(state, random);

    /// <summary>-1 for none.</summary>
    protected abstract int KnownState(double value);

    protected abstract double KnownValue(int state, RandomStream random);
}
