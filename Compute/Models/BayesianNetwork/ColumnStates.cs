namespace GenoMed.Fhir.Compute.Models.BayesianNetwork;

/// <summary>One column as the states of a variable, and back. Missing is a state of its own, the last, where anyone lacks a value.</summary>
/// <param name="name">The column.</param>
/// <param name="missing">Whether a patient of any node lacks a value.</param>
internal abstract class ColumnStates(string name, bool missing)
{
    public string Name => name;

    /// <summary>Patients that nodes told of.</summary>
    public abstract double Patients { get; }

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

    /// <summary>The state of a value; the commonest of known values for one that no node told of, since too few patients had it.</summary>
    public int StateOrCommon(double value)
    {
        var state = double.IsNaN(value) ? (missing ? Known : -1) : KnownState(value);
        return state >= 0 && state < Variable.States ? state : Common;
    }

    /// <summary>The state of most patients that have a value.</summary>
    protected abstract int Common { get; }

    /// <summary>Shares of the states over all patients that nodes told of, [states].</summary>
    public abstract double[] Shares { get; }

    /// <summary>A value in that state.</summary>
    public double Value(int state, RandomStream random) => state == Known ? double.NaN : KnownValue(state, random);

    /// <summary>Shares of known states, then of missing where anyone lacks a value.</summary>
    protected static double[] Normal(double[] known, double missing)
    {
        double[] all = missing > 0 ? [.. known, missing] : known.Length > 0 ? known : [1];
        return [.. all.Select(count => count / all.Sum())];
    }

    /// <summary>-1 for none.</summary>
    protected abstract int KnownState(double value);

    protected abstract double KnownValue(int state, RandomStream random);
}
