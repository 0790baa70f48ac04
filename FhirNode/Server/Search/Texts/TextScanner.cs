using GenoMed.Fhir.R5.Outcomes;

namespace GenoMed.Fhir.Node.Search.Texts;

/// <summary>Steps through the terms of a text search.</summary>
internal sealed class TextScanner(string text)
{
    private int _position;

    /// <summary>Whether nothing but blanks is left.</summary>
    public bool IsAtEnd => Next == '\0';

    /// <summary>Whether a word, a phrase, a negation or a parenthesis begins here.</summary>
    public bool HasTerm => Next is not ('\0' or ')') && !Is("or");

    private char Next
    {
        get
        {
            while (_position < text.Length && (char.IsWhiteSpace(text[_position]) || text[_position] == '\0'))
            {
                _position++;
            }

            return _position < text.Length ? text[_position] : '\0';
        }
    }

    public bool Take(char expected)
    {
        var isNext = Next == expected;
        _position += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes <c>and</c>, <c>or</c> or <c>not</c>, in any case, where it stands alone.</summary>
    public bool TakeWord(string word)
    {
        var isNext = Is(word);
        _position += isNext ? word.Length : 0;
        return isNext;
    }

    /// <summary>A phrase without its quotes, with <c>*</c> where that stands behind it; or what stands up to the next blank, quote or parenthesis; empty where there is none.</summary>
    /// <exception cref="OperationProblem">Invalid: a quote is not closed.</exception>
    public string TakeTerm()
    {
        if (Take('"'))
        {
            var end = text.IndexOf('"', _position);
            return end >= 0 ? Until(end, end + 1) + (Take('*') ? "*" : "") : throw OperationProblem.Invalid("A phrase has no closing quote.");
        }

        var stop = Next == '\0' || Is("or") || Is("and") ? _position : EndOfWord();
        return Until(stop, stop);
    }

    private string Until(int end, int next)
    {
        var term = text[_position..end];
        _position = next;
        return term;
    }

    private bool Is(string word) => Next != '\0' && EndOfWord() - _position == word.Length && text.AsSpan(_position, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    private int EndOfWord()
    {
        var end = _position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('(' or ')' or '"' or '\0'))
        {
            end++;
        }

        return end;
    }
}
