namespace GenoMed.Fhir.Node.Search.Filters;

/// <summary>Steps through the characters of a filter.</summary>
internal sealed class FilterScanner(string text)
{
    /// <summary>The next character's place, counted from 0.</summary>
    public int Position { get; private set; }

    public bool IsAtEnd => Position == text.Length;

    /// <summary>The next character; U+0000 at the end.</summary>
    public char Next => IsAtEnd ? '\0' : text[Position];

    public void SkipBlanks() => TakeWhile(char.IsWhiteSpace);

    /// <summary>Takes the character where it is the next one.</summary>
    public bool Take(char expected)
    {
        if (IsAtEnd || text[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <exception cref="GenoMed.Fhir.R5.Outcomes.OperationProblem">Invalid: another character is next.</exception>
    public void Require(char expected, string where)
    {
        if (!Take(expected))
        {
            throw FilterProblem.At(Position, $"expected '{expected}' {where}, found {Found}.");
        }
    }

    /// <summary>The characters up to the first that does not belong.</summary>
    public string TakeWhile(Func<char, bool> belongs)
    {
        var start = Position;
        while (Position < text.Length && belongs(text[Position]))
        {
            Position++;
        }

        return text[start..Position];
    }

    /// <summary>Letters, digits, <c>_</c> and <c>-</c>: what names and the words between filters are made of.</summary>
    public string TakeWord() => TakeWhile(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');

    /// <summary>The word that comes next, without taking it.</summary>
    public string PeekWord()
    {
        var start = Position;
        var word = TakeWord();
        Position = start;
        return word;
    }

    /// <summary>What comes next, for a message.</summary>
    public string Found => IsAtEnd ? "the end" : $"'{text[Position..Math.Min(text.Length, Position + 20)]}'";
}
