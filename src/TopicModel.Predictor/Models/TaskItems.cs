using TopicModel.Text;

namespace TopicModel.Models;

/// <summary>
/// Sentences with their probabilities -> what is shown as items: those above the threshold, but for what by its form only introduces
/// other items. Probabilities, and what an evaluation counts, are not touched.
/// </summary>
/// <param name="model">The model that judged the sentences.</param>
/// <param name="sentences">All candidates, in reading order.</param>
/// <param name="fields">[text field].</param>
internal sealed class TaskItems(PassageModel model, List<SentenceScore> sentences, string[] fields)
{
    /// <summary>The items, in reading order.</summary>
    public List<TaskItem> Find()
    {
        bool[] isLeftOut = FindIntroductions();
        var items = new List<TaskItem>();
        // The sentence directly before, if it belongs to an item with a number or a list mark.
        int listed = -1;
        for (int i = 0; i < sentences.Count; i++)
        {
            if (!IsGiven(i) || isLeftOut[i]) continue;
            string text = Sentence(i).ToString();
            int? ordinal = OrdinalOf(text, i);
            bool isMarked = ordinal is not null || ListForm.StartsWithListMark(text), continues = !isMarked && listed >= 0 && listed == i - 1 && IsSameLine(i);
            if (isMarked || continues) listed = i;
            (int field, TextRange range) = (sentences[i].Field, sentences[i].Range);
            items.Add(new TaskItem(text, JoinedStart(field) + range.Start, text.Length, model.Sentences.Manifest.TextFields[field], range.Start, ordinal, sentences[i].Probability)
            { Continues = continues });
        }
        return items;
    }

    private bool IsGiven(int index) => model.Sentences.IsGiven(0, sentences[index].Probability);

    private ReadOnlySpan<char> Sentence(int index) => sentences[index].Range.Of(fields[sentences[index].Field]);

    /// <summary>The sentence behind that one in its field; empty for none.</summary>
    private ReadOnlySpan<char> Next(int index) => index + 1 < sentences.Count && sentences[index + 1].Field == sentences[index].Field ? Sentence(index + 1) : "";

    /// <summary>
    /// [sentence] -> whether it only introduces others. From the last on, because an introduction is left out only where the list behind
    /// it has an item to show, which may stand below headings and introductions of its own: one pass, however deep these lie in each other.
    /// </summary>
    private bool[] FindIntroductions()
    {
        var only = new bool[sentences.Count];
        bool isItemNext = false;
        for (int i = only.Length - 1; i >= 0; i--)
        {
            ReadOnlySpan<char> next = Next(i);
            isItemNext = next.Length > 0 && (only[i + 1] ? isItemNext : IsGiven(i + 1));
            only[i] = OnlyIntroduces(i, next, isItemNext);
        }
        return only;
    }

    /// <summary>
    /// Whether a sentence is a number alone ("3." numbers the task below), a heading, a name, or the introduction of a list that has an item.
    /// </summary>
    private bool OnlyIntroduces(int index, ReadOnlySpan<char> next, bool isItemNext)
    {
        ReadOnlySpan<char> sentence = Sentence(index);
        return Ordinal.OfLine(sentence) is not null || (isItemNext && ListForm.IsIntroduction(sentence, next))
            || (IsWholeLine(index) && (ListForm.IsName(sentence) || ListForm.IsHeading(sentence, next)));
    }

    private bool IsWholeLine(int index)
    {
        TextRange range = sentences[index].Range;
        ReadOnlySpan<char> text = fields[sentences[index].Field], before = text[..range.Start].TrimEnd(" \t\u00A0"), behind = text[range.End..].TrimStart(" \t\u00A0");
        return (before.Length == 0 || SentenceSplitter.IsLineBreak(before[^1])) && (behind.Length == 0 || SentenceSplitter.IsLineBreak(behind[0]));
    }

    /// <summary>Whether a sentence stands in the line of the one before it.</summary>
    private bool IsSameLine(int index) => sentences[index - 1].Field == sentences[index].Field
        && !fields[sentences[index].Field].AsSpan(sentences[index - 1].Range.End, sentences[index].Range.Start - sentences[index - 1].Range.End).ContainsAny("\n\r\u2028\u2029");

    /// <summary>
    /// The number that a sentence has at its start, or behind the colon of the words that introduce the list, or alone in the line
    /// before, as "3." and "Ba là:" stand in texts that were converted from tables.
    /// </summary>
    private int? OrdinalOf(string text, int index)
    {
        if ((Ordinal.Of(text) ?? Ordinal.BehindColon(text)) is { } number) return number;
        bool hasBefore = index > 0 && sentences[index - 1].Field == sentences[index].Field;
        return hasBefore ? Ordinal.OfLine(Sentence(index - 1)) : null;
    }

    /// <summary>Where a field starts in the joined text: the non-empty fields with a line feed between two.</summary>
    private int JoinedStart(int field)
    {
        int start = 0;
        for (int i = 0; i < field; i++) if (fields[i].Length > 0) start += fields[i].Length + 1;
        return start;
    }
}
