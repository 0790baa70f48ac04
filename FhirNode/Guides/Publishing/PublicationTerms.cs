using GenoMed.Fhir.R5.Definitions;
using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Guides.Publishing;

/// <summary>How a data set is published.</summary>
/// <param name="Title">What people call it.</param>
/// <param name="Licence">An SPDX identifier; those of Creative Commons are among them (<c>CC-BY-4.0</c>).</param>
/// <param name="Publisher">The organisation that publishes it.</param>
public sealed record PublicationTerms(string Title, string Licence, string Publisher)
{
    private const string Spdx = "http://hl7.org/fhir/ValueSet/spdx-license";

    /// <summary>Throws unless the licence is known and nothing is empty.</summary>
    /// <exception cref="OperationProblem">Invalid.</exception>
    public PublicationTerms Checked()
    {
        if (string.IsNullOrWhiteSpace(Title) || string.IsNullOrWhiteSpace(Publisher))
        {
            throw OperationProblem.Invalid("A data set has a title and a publisher.");
        }

        return R5Definitions.Instance.Codes(Spdx)!.Contains(Licence)
            ? this
            : throw OperationProblem.Invalid($"'{Licence}' is no SPDX licence identifier; such as CC-BY-4.0, CC-BY-NC-4.0, CC0-1.0, ODbL-1.0.");
    }
}
