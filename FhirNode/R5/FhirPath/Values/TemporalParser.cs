using System.Diagnostics.CodeAnalysis;

namespace GenoMed.Fhir.R5.FhirPath.Values;

/// <summary>Reads the ISO 8601 subset of FHIR and FHIRPath without a regular expression and without allocating.</summary>
internal ref struct TemporalParser(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _at = 0;
    private int _year = 1;
    private int _month = 1;
    private int _day = 1;
    private int _hour;
    private int _minute;
    private int _second;
    private long _ticks;
    private int _fractionDigits;
    private int? _offset;

    public bool TryParse(TemporalKind kind, [NotNullWhen(true)] out PartialDateTime? value)
    {
        value = null;
        var precision = kind == TemporalKind.Time ? TimeFields() : DateFields();
        if (kind == TemporalKind.DateTime && precision == TemporalPrecision.Day && Take('T') && _at < _text.Length)
        {
            precision = TimeFields() is { } time && Zone() ? time : null;
        }
        else if (kind == TemporalKind.DateTime && precision < TemporalPrecision.Day)
        {
            // The literal @2015T is a DateTime of year precision.
            Take('T');
        }

        return precision is { } found && _at == _text.Length && TryBuild(kind, found, out value);
    }

    private TemporalPrecision? DateFields()
    {
        if (!Digits(4, out _year))
        {
            return null;
        }

        if (!Take('-'))
        {
            return TemporalPrecision.Year;
        }

        if (!Digits(2, out _month))
        {
            return null;
        }

        return !Take('-') ? TemporalPrecision.Month : Digits(2, out _day) ? TemporalPrecision.Day : null;
    }

    private TemporalPrecision? TimeFields()
    {
        if (!Digits(2, out _hour))
        {
            return null;
        }

        if (!Take(':'))
        {
            return TemporalPrecision.Hour;
        }

        if (!Digits(2, out _minute))
        {
            return null;
        }

        return !Take(':') ? TemporalPrecision.Minute : Digits(2, out _second) && Fraction() ? TemporalPrecision.Second : null;
    }

    private bool Fraction()
    {
        if (!Take('.'))
        {
            return true;
        }

        var start = _at;
        var unit = TimeSpan.TicksPerSecond;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            unit /= 10;
            _ticks += (_text[_at++] - '0') * unit;
        }

        _fractionDigits = Math.Min(_at - start, 7);
        return _at > start;
    }

    private bool Zone()
    {
        if (Take('Z'))
        {
            _offset = 0;
            return true;
        }

        var sign = Take('+') ? 1 : Take('-') ? -1 : 0;
        if (sign == 0)
        {
            return true;
        }

        var read = Digits(2, out var hours) & Take(':') & Digits(2, out var minutes);
        _offset = sign * ((hours * 60) + minutes);
        return read && hours <= 14 && minutes < 60;
    }

    private readonly bool TryBuild(TemporalKind kind, TemporalPrecision precision, out PartialDateTime? value)
    {
        var valid = _year >= 1 && _month is >= 1 and <= 12 && _day >= 1 && _day <= DateTime.DaysInMonth(_year, _month)
            && _hour < 24 && _minute < 60 && _second < 60;
        value = valid
            ? new PartialDateTime(kind, precision, new DateTime(_year, _month, _day, _hour, _minute, _second).AddTicks(_ticks), _fractionDigits, _offset)
            : null;
        return valid;
    }

    private bool Take(char expected)
    {
        var found = _at < _text.Length && _text[_at] == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private bool Digits(int count, out int value)
    {
        value = 0;
        if (_at + count > _text.Length)
        {
            return false;
        }

        for (var end = _at + count; _at < end; _at++)
        {
            if (!char.IsAsciiDigit(_text[_at]))
            {
                return false;
            }

            value = (value * 10) + (_text[_at] - '0');
        }

        return true;
    }
}
