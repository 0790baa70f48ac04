using GenoMed.Fhir.Guides.Dictionary;
using GenoMed.Fhir.R5.Terminology;

namespace GenoMed.Fhir.Guides.Fsh;

/// <summary>The guide's own code system, and of other terminologies the fragment that the guide uses.</summary>
internal static class TermsFsh
{
    public static string Write(DataDictionary dictionary)
    {
        var (head, text) = (dictionary.Head, new FshText());
        foreach (var system in GuideCodes.All(dictionary).GroupBy(coding => coding.System).Where(group => !IsOfFhir(group.Key)))
        {
            var isOwn = system.Key == head.OwnSystem;
            text.Begin("CodeSystem", Id(head, system.Key), isOwn ? $"Terms of {head.Title}" : $"Codes of {system.Key} used for {head.Title}",
                isOwn ? "What no public terminology names." : "A fragment: codes and displays that the guide uses.");
            text.Rule($"^url = {FshText.Quote(system.Key)}").Rule($"^content = {(isOwn ? "#complete" : "#fragment")}").Rule("^caseSensitive = true").Rule("^experimental = true");
            foreach (var coding in system)
            {
                text.Rule($"{FshText.Code(coding.Code)} {FshText.Quote(coding.Display ?? coding.Code)}");
            }
        }

        return text.ToString();
    }

    // A terminology that every server has needs no fragment.
    private static bool IsOfFhir(string system) => TerminologyService.Official.CodeSystem(system) is { IsComplete: true };

    private static string Id(DictionaryHead head, string system) => system == head.OwnSystem ? "terms"
        : $"{head.Guide}-{string.Concat(system[(system.IndexOf("://", StringComparison.Ordinal) + 3)..].Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'))}";
}
