namespace GenoMed.Fhir.R5.References;

/// <summary>
/// Reads YYYY[-MM[-DD[Thh:mm[:ss[.f+]][Z|(+|-)hh:mm]]]] from UTF-8 without allocating. Minutes without seconds and
/// times without an offset are read because search values may have them (FHIR R5, search.html#date).
/// </summary>
internal ref struct DateScanner
{
    private const int MaxTickDigits = 7;
    private const int MaxFractionDigits = 9;
    private const int MaxOffsetHours = 14;

    private readonly ReadOnlySpan<byte> _text;
    private int _at;

    private DateScanner(ReadOnlySpan<byte> text) => _text = text;

    private readonly bool AtEnd => _at == _text.Length;

    public static bool TryRead(ReadOnlySpan<byte> text, out DateParts parts)
    {
        var scanner = new DateScanner(text);
        return scanner.ReadDate(out parts) && (scanner.AtEnd || scanner.ReadTime(ref parts)) && scanner.AtEnd;
    }

    /// <summary>Reads hh:mm:ss[.f+], the primitive type time.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        var scanner = new DateScanner(text);
        var parts = default(DateParts);
        return scanner.ReadClock(ref parts) && parts.Precision >= DatePrecision.Second && scanner.AtEnd;
    }

    private bool ReadDate(out DateParts parts)
    {
        parts = default;
        if (!Digits(4, 1, 9999, out var year))
        {
            return false;
        }

        parts = new DateParts(DatePrecision.Year, year);
        if (!Skip('-'))
        {
            return true;
        }

        if (!Digits(2, 1, 12, out var month))
        {
            return false;
        }

        parts = new DateParts(DatePrecision.Month, year, month);
        if (!Skip('-'))
        {
            return true;
        }

        var read = Digits(2, 1, DateTime.DaysInMonth(year, month), out var day);
        parts = new DateParts(DatePrecision.Day, year, month, day);
        return read;
    }

    private bool ReadTime(ref DateParts parts)
        => parts.Precision == DatePrecision.Day && Skip('T') && ReadClock(ref parts) && (AtEnd || ReadOffset(ref parts));

    private bool ReadClock(ref DateParts parts)
    {
        if (!Digits(2, 0, 23, out var hour) || !Skip(':') || !Digits(2, 0, 59, out var minute))
        {
            return false;
        }

        parts = parts with { Precision = DatePrecision.Minute, Hour = hour, Minute = minute };
        return !Skip(':') || ReadSeconds(ref parts);
    }

    // Second 60 is a leap second; the specification's pattern allows it.
    private bool ReadSeconds(ref DateParts parts)
    {
        if (!Digits(2, 0, 60, out var second))
        {
            return false;
        }

        parts = parts with { Precision = DatePrecision.Second, Second = second };
        return !Skip('.') || ReadFraction(ref parts);
    }

    private bool ReadFraction(ref DateParts parts)
    {
        var digits = 0;
        var ticks = 0;
        for (; !AtEnd && char.IsAsciiDigit((char)_text[_at]); _at++, digits++)
        {
            ticks = digits < MaxTickDigits ? (ticks * 10) + (_text[_at] - '0') : ticks;
        }

        for (var missing = digits; missing < MaxTickDigits; missing++)
        {
            ticks *= 10;
        }

        parts = parts with { Precision = DatePrecision.Fraction, FractionDigits = digits, FractionTicks = ticks };
        return digits is > 0 and <= MaxFractionDigits;
    }

    private bool ReadOffset(ref DateParts parts)
    {
        if (Skip('Z'))
        {
            parts = parts with { OffsetMinutes = 0 };
            return true;
        }

        var sign = Skip('+') ? 1 : Skip('-') ? -1 : 0;
        if (sign == 0 || !Digits(2, 0, MaxOffsetHours, out var hours) || !Skip(':') || !Digits(2, 0, 59, out var minutes))
        {
            return false;
        }

        parts = parts with { OffsetMinutes = sign * ((hours * 60) + minutes) };
        return (hours * 60) + minutes <= MaxOffsetHours * 60;
    }

    private bool Skip(char expected)
    {
        var found = !AtEnd && _text[_at] == expected;
        _at += found ? 1 : 0;
        return found;
    }

    private bool Digits(int count, int low, int high, out int value)
    {
        value = 0;
        for (var end = _at + count; _at < end; _at++)
        {
            if (AtEnd || !char.IsAsciiDigit((char)_text[_at]))
            {
                return false;
            }

            value = (value * 10) + (_text[_at] - '0');
        }

        return value >= low && value <= high;
    }
}
