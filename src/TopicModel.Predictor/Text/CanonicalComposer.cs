namespace TopicModel.Text;

/// <summary>
/// Composes combining marks with the character before them as Unicode's canonical composition (NFC, UAX #15) does, one mark at a
/// time at the end of a growing token; composition exclusions (Indic nukta letters, CJK compatibility) are left as they are. <c>string.Normalize</c> is no help: without ICU it leaves decomposed text as it is.
/// </summary>
internal static class CanonicalComposer
{
    /// <summary>Marks after the 30th on one base are dropped (UAX #15 calls more "non-stream-safe"), which keeps the work linear.</summary>
    private const int MaxMarks = 30;

    /// <summary>Below this there is no combining mark.</summary>
    private const int FirstMark = 0x300;

    private const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TrailBase = 0x11A7;
    private const int LeadCount = 19, VowelCount = 21, TrailCount = 28;

    /// <summary>Whether <paramref name="unit"/> is a Hangul vowel or final consonant that joins the syllable before it.</summary>
    public static bool IsTrailingJamo(char unit) => unit is >= (char)VowelBase and < (char)(TrailBase + TrailCount);

    /// <summary>
    /// The whole text composed, with characters that Unicode keeps only for round trips (the ohm sign) replaced by their equivalents;
    /// the text itself when nothing in it can be composed. Two texts that differ in their composition alone become the same one.
    /// </summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstMark - 1))) return text;
        // A mark may take a composed letter apart into its base and three others that cannot join it again.
        var buffer = new char[text.Length * 4];
        int length = 0;
        foreach (char original in text)
        {
            char unit = EquivalentOf(original);
            if (length > 0 && CompositionTable.ClassOf(unit) != 0) length = Append(buffer, length, unit);
            else if (length > 0 && TryCompose(buffer[length - 1], unit, out char composite)) buffer[length - 1] = composite;
            else buffer[length++] = unit;
        }
        return buffer.AsSpan(0, length).SequenceEqual(text) ? text : new string(buffer, 0, length);
    }

    private static char EquivalentOf(char unit)
    {
        ReadOnlySpan<ushort> singletons = UnicodeCompositions.Singletons;
        for (int i = 0; unit >= FirstMark && i < singletons.Length; i += 2) if (singletons[i] == unit) return (char)singletons[i + 1];
        return unit;
    }

    /// <summary>
    /// Adds <paramref name="mark"/> to the token <c>buffer[..length]</c>, whose last characters are already composed, and returns
    /// the new length. The mark is dropped when there is nothing to stand on or no room.
    /// </summary>
    public static int Append(Span<char> buffer, int length, char mark)
    {
        if (length == 0 || length >= buffer.Length) return length;
        mark = Canonical(mark);
        char last = buffer[length - 1];
        if (CompositionTable.ClassOf(last) != 0 || CompositionTable.ClassOf(mark) < LastClassOf(last)) return Reorder(buffer, length, mark);
        // The usual case, 19 -> 6 ns a character of decomposed Vietnamese: nothing has to change places.
        if (TryCompose(last, mark, out char composite) || TryComposeUnderTone(last, mark, out composite)) buffer[length - 1] = composite;
        else buffer[length++] = mark;
        return length;
    }

    /// <summary>
    /// Beyond NFC: a circumflex or breve typed behind the tone ("à" + breve) gives the Vietnamese letter that was meant (ằ). The two
    /// marks have the same class, so Unicode keeps their order and never composes them.
    /// </summary>
    private static bool TryComposeUnderTone(char toned, char mark, out char composite)
    {
        composite = '\0';
        return mark is '\u0302' or '\u0306' && CompositionTable.TryDecompose(toned, out char vowel, out char tone)
            && tone is '\u0300' or '\u0301' or '\u0303' or '\u0309'
            && CompositionTable.TryCompose(vowel, mark, out char quality) && CompositionTable.TryCompose(quality, tone, out composite);
    }

    /// <summary>The base letter of a composed one (ệ -> e), or the character itself.</summary>
    public static char BaseOf(char unit)
    {
        while (CompositionTable.TryDecompose(unit, out char first, out _)) unit = first;
        return unit;
    }

    /// <summary>Takes the last base and its marks apart, puts the marks into canonical order and composes again.</summary>
    private static int Reorder(Span<char> buffer, int length, char mark)
    {
        int start = length - 1;
        while (start > 0 && CompositionTable.ClassOf(buffer[start]) != 0) start--;
        if (length - start > MaxMarks) return length;

        Span<char> cluster = stackalloc char[MaxMarks + 8];
        int count = Decompose(buffer[start], cluster);
        for (int i = start + 1; i < length; i++) cluster[count++] = buffer[i];
        cluster[count++] = mark;
        SortByClass(cluster[1..count]);
        count = Compose(cluster[..count]);
        if (start + count > buffer.Length) return length;
        cluster[..count].CopyTo(buffer[start..]);
        return start + count;
    }

    /// <summary>The Vietnamese tone marks and the koronis were once encoded a second time.</summary>
    private static char Canonical(char mark) => mark switch { '\u0340' => '\u0300', '\u0341' => '\u0301', '\u0343' => '\u0313', _ => mark };

    /// <summary>Combining class of the last mark in a composed character; 0 when it is none.</summary>
    private static int LastClassOf(char unit) => CompositionTable.TryDecompose(unit, out _, out char second) ? CompositionTable.ClassOf(second) : 0;

    private static int Decompose(char unit, Span<char> target)
    {
        Span<char> marks = stackalloc char[4];
        int count = 0;
        while (count < 4 && CompositionTable.TryDecompose(unit, out char first, out char second))
        {
            marks[count++] = second;
            unit = first;
        }
        target[0] = unit;
        for (int i = 0; i < count; i++) target[1 + i] = marks[count - 1 - i];
        return count + 1;
    }

    private static void SortByClass(Span<char> marks)
    {
        for (int i = 1; i < marks.Length; i++)
        {
            char mark = marks[i];
            int markClass = CompositionTable.ClassOf(mark), j = i - 1;
            if (markClass == 0) continue;
            for (; j >= 0 && CompositionTable.ClassOf(marks[j]) > markClass; j--) marks[j + 1] = marks[j];
            marks[j + 1] = mark;
        }
    }

    private static int Compose(Span<char> cluster)
    {
        int kept = 1, lastClass = -1;
        for (int i = 1; i < cluster.Length; i++)
        {
            int markClass = CompositionTable.ClassOf(cluster[i]);
            // A mark is blocked from the base by a kept mark of the same or a higher class, and a starter by any kept mark.
            if (lastClass < markClass && TryCompose(cluster[0], cluster[i], out char composite))
            {
                cluster[0] = composite;
                continue;
            }
            cluster[kept++] = cluster[i];
            lastClass = markClass;
        }
        return kept;
    }

    private static bool TryCompose(char first, char second, out char composite) =>
        TryComposeHangul(first, second, out composite) || CompositionTable.TryCompose(first, second, out composite);

    private static bool TryComposeHangul(char first, char second, out char composite)
    {
        int lead = first - LeadBase, vowel = second - VowelBase, syllable = first - HangulBase, trail = second - TrailBase;
        composite = '\0';
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            composite = (char)(HangulBase + (lead * VowelCount + vowel) * TrailCount);
        else if (syllable >= 0 && syllable < LeadCount * VowelCount * TrailCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
            composite = (char)(first + trail);
        return composite != '\0';
    }
}
