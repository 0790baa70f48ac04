using GenoMed.Fhir.Compute.Models.Data;

namespace GenoMed.Fhir.Compute.Models.Fidelity.Privacy.Attacks;

/// <summary>
/// Inference: an attacker who knows all but one feature of a patient guesses the secret one to be that of the nearest
/// synthetic row. A discrete secret is guessed when it agrees, a number when |guess - secret| ≤ tolerance · |guess|; a
/// missing one when both are missing. A time to an event is guessed when its duration and its event are.
/// </summary>
internal static class Inference
{
    public static IReadOnlyDictionary<string, AttackCounts> Count(AttackTables tables, IReadOnlyList<Feature> secrets, CancellationToken cancellationToken)
    {
        var training = tables.NearestWithout(tables.EncodedTraining, secrets, cancellationToken);
        var control = tables.NearestWithout(tables.EncodedControl, secrets, cancellationToken);
        return Enumerable.Range(0, secrets.Count).ToDictionary(i => secrets[i].Name, i => new AttackCounts(
            tables.Attempts,
            Right(tables, secrets[i], tables.Training, training[i]),
            Right(tables, secrets[i], tables.Training, Guesses(tables, secrets[i])),
            Right(tables, secrets[i], tables.Control, control[i])));
    }

    private static int[] Guesses(AttackTables tables, Feature secret) =>
        new RowShuffle(tables.Seed("guesses of " + secret.Name)).Next(tables.Synthetic.Count)[..tables.Attempts];

    private static int Right(AttackTables tables, Feature secret, FeatureTable targets, int[] guesses) =>
        Enumerable.Range(0, tables.Attempts).Count(row => IsGuessed(tables, secret, targets, row, guesses[row]));

    private static bool IsGuessed(AttackTables tables, Feature secret, FeatureTable targets, int row, int guess)
    {
        var truth = targets.Column(secret.Name).Slice(row * secret.Width, secret.Width);
        var guessed = tables.Synthetic.Column(secret.Name).Slice(guess * secret.Width, secret.Width);
        for (var part = 0; part < secret.Width; part++)
        {
            if (!IsGuessed(truth[part], guessed[part], MixedColumn.NumberPart(secret, part) ? tables.Options.Tolerance : 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsGuessed(double truth, double guess, double tolerance) => double.IsNaN(truth) || double.IsNaN(guess)
        ? double.IsNaN(truth) && double.IsNaN(guess)
        : Math.Abs(guess - truth) <= tolerance * Math.Abs(guess);
}
