using System.Globalization;

namespace GenoMed.Fhir.Guides.Units;

/// <summary>Reads a UCUM expression: terms joined by <c>.</c> and <c>/</c> from left to right, each an atom, a whole number or a bracketed term, with an exponent.</summary>
internal sealed class UcumParser
{
    private const int MostDigits = 9;
    private const int MaxDepth = 20;
    private readonly string _text;
    private int _at;
    private int _depth;

    private UcumParser(string text) => _text = text;

    /// <summary>Null where the text is no expression of units that we know.</summary>
    public static UcumValue? Parse(string text)
    {
        var parser = new UcumParser(text);
        return text.Length > 0 && parser.Term() is { } value && parser._at == text.Length ? value : null;
    }

    private bool Ends => _at >= _text.Length || _text[_at] == ')';

    private UcumValue? Term()
    {
        if (++_depth > MaxDepth)
        {
            return null;
        }

        var value = Take('/') ? Component()?.Power(-1) : Component();
        while (value is not null && !Ends)
        {
            value = Take('.') ? Joined(value, 1) : Take('/') ? Joined(value, -1) : null;
        }

        _depth--;
        return value;
    }

    private UcumValue? Joined(UcumValue left, int exponent) => Component() is { } right ? left.Times(right.Power(exponent)) : null;

    private UcumValue? Component()
    {
        if (Take('('))
        {
            var inner = Term();
            return inner is not null && Take(')') ? inner : null;
        }

        return Annotated(Atom());
    }

    private UcumValue? Atom()
    {
        var start = _at;
        while (_at < _text.Length && IsOfAtom(_text[_at]))
        {
            // What stands between square brackets is part of the atom, whatever it is.
            _at = _text[_at] == '[' && _text.IndexOf(']', _at) is var end and > 0 ? end + 1 : _at + 1;
        }

        return start == _at ? _at < _text.Length && _text[_at] == '{' ? UcumValue.One : null : Powered(_text[start.._at]);
    }

    private static bool IsOfAtom(char letter) => letter is not ('.' or '/' or '(' or ')' or '{' or '}' or ' ');

    private static UcumValue? Powered(string text)
    {
        if (text.All(char.IsAsciiDigit))
        {
            return text.Length <= MostDigits ? UcumValue.One.Scaled(double.Parse(text, CultureInfo.InvariantCulture)) : null;
        }

        var split = text.Length;
        while (split > 0 && (char.IsAsciiDigit(text[split - 1]) || text[split - 1] is '+' or '-'))
        {
            split--;
        }

        var exponent = split == text.Length ? 1 : int.TryParse(text[split..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : 0;
        return exponent == 0 ? null : UcumTable.Find(text[..split])?.Power(exponent);
    }

    private UcumValue? Annotated(UcumValue? value)
    {
        if (!Take('{'))
        {
            return value;
        }

        var end = _text.IndexOf('}', _at);
        _at = end + 1;
        return end < 0 ? null : value;
    }

    private bool Take(char letter)
    {
        if (_at < _text.Length && _text[_at] == letter)
        {
            _at++;
            return true;
        }

        return false;
    }
}
