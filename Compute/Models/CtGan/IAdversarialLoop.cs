using GenoMed.Fhir.Compute.Models.Privacy;

namespace GenoMed.Fhir.Compute.Models.CtGan;

/// <summary>How the two networks train against each other at one node in one round.</summary>
internal interface IAdversarialLoop
{
    /// <summary>The discriminator's mean loss in the last epoch.</summary>
    double DiscriminatorLoss { get; }

    /// <summary>n / batch steps, at least one.</summary>
    /// <returns>The generator's mean loss.</returns>
    /// <exception cref="ArithmeticException">A loss is not finite.</exception>
    double Epoch();

    /// <summary>After the last epoch of a round.</summary>
    void Finish()
    {
    }

    /// <summary>What so many epochs spend; null where nothing is protected.</summary>
    PrivacySpent? Spent(int epochs) => null;
}
