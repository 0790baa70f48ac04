using System.Globalization;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Reads a UCUM code: terms joined by dot and slash, exponents, annotations, parentheses, metric prefixes.</summary>
internal sealed class UcumParser(string code)
{
    private const int MaxLength = 200;
    private const int MaxExponent = 12;

    private int _at;
    private bool _isBroken;

    public UcumUnit? Parse()
    {
        if (code.Length is 0 or > MaxLength)
        {
            return null;
        }

        try
        {
            var unit = Term();
            return _at == code.Length && !_isBroken ? unit : null;
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private UcumUnit? Term()
    {
        var unit = Take('/') ? Component() is { } inverse ? UcumUnit.One.Times(inverse, -1) : null : Component();
        while (unit is not null && _at < code.Length && code[_at] is '.' or '/')
        {
            var sign = code[_at++] == '.' ? 1 : -1;
            unit = Component() is { } next ? unit.Times(next, sign) : null;
        }

        return unit;
    }

    private UcumUnit? Component()
    {
        if (Take('('))
        {
            var inner = Term();
            return Take(')') ? inner : null;
        }

        var annotation = Annotation();
        var symbol = annotation ? string.Empty : Symbol();
        if (symbol.Length == 0)
        {
            return annotation ? UcumUnit.One : null;
        }

        var unit = symbol.All(char.IsAsciiDigit) ? UcumUnit.One.Times(decimal.Parse(symbol, CultureInfo.InvariantCulture)) : UcumAtoms.Find(symbol);
        var exponent = symbol.All(char.IsAsciiDigit) ? 1 : Exponent();
        Annotation();
        return exponent is { } power && unit is not null ? unit.Power(power) : null;
    }

    // {cells} and the like carry no meaning.
    private bool Annotation()
    {
        if (!Take('{'))
        {
            return false;
        }

        var end = code.IndexOf('}', _at);
        _isBroken |= end < 0;
        _at = end < 0 ? code.Length : end + 1;
        return end >= 0;
    }

    // A symbol of digits only is a number; in any other one a digit starts the exponent, except in 10* and 10^.
    private string Symbol()
    {
        var start = _at;
        if (code.AsSpan(_at).StartsWith("10*") || code.AsSpan(_at).StartsWith("10^"))
        {
            _at += 3;
            return code[start.._at];
        }

        var isNumber = _at < code.Length && char.IsAsciiDigit(code[_at]);
        while (_at < code.Length && code[_at] is not ('.' or '/' or '(' or ')' or '{' or '+' or '-') && char.IsAsciiDigit(code[_at]) == isNumber)
        {
            _at = code[_at] == '[' && code.IndexOf(']', _at) is var close and > 0 ? close + 1 : _at + 1;
        }

        return code[start.._at];
    }

    private int? Exponent()
    {
        var start = _at;
        var signed = Take('-') || Take('+');
        while (_at < code.Length && char.IsAsciiDigit(code[_at]))
        {
            _at++;
        }

        return _at == start ? 1
            : _at > start + (signed ? 1 : 0) && int.TryParse(code.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= MaxExponent ? value
            : null;
    }

    private bool Take(char expected)
    {
        var found = _at < code.Length && code[_at] == expected;
        _at += found ? 1 : 0;
        return found;
    }
}
