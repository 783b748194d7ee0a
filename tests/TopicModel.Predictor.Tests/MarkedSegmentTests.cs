using FsCheck;
using FsCheck.Fluent;

namespace TopicModel.Tests;

public class MarkedSegmentTests
{
    [Fact]
    public void Of_Levels_JoinsNeighboursOfOneLevel()
    {
        const string text = "xuất khẩu gạo và thuế quan.";
        Explanation explanation = Explain(text, (0, 4, 0.9), (5, 4, 0.6), (10, 3, 0.2), (14, 2, 0.01), (17, 4, -0.3), (22, 4, -1));

        IReadOnlyList<MarkedSegment> segments = MarkedSegment.Of(explanation, 0, "body", text);

        Assert.Equal([("xuất khẩu", 2), (" ", 0), ("gạo", 1), (" và ", 0), ("thuế", -1), (" ", 0), ("quan", -2), (".", 0)], segments.Select(segment => (segment.Text, segment.Level)));
        Assert.Equal(1.5, segments[0].Contribution, 1e-12);
    }

    [Fact]
    public void Of_NoSpans_IsTheText() => Assert.Equal([new MarkedSegment("một", 0, 0)], MarkedSegment.Of(Explain("một"), 0, "body", "một"));

    [Fact]
    public void Of_AnySpans_IsTheWholeText() => Prop.ForAll(
        Gen.Choose(0, 60).SelectMany(length => Gen.Elements(' ', 'a', '\n', 'ế').ArrayOf(length), (_, letters) => new string(letters)).ToArbitrary(),
        Gen.Choose(-100, 100).ArrayOf().ToArbitrary(),
        (text, numbers) =>
        {
            var spans = new List<(int, int, double)>();
            for (int i = 0, start = 0; i < numbers.Length && start < text.Length; i++)
            {
                int length = 1 + Math.Abs(numbers[i]) % 4;
                if (start + length <= text.Length) spans.Add((start, length, numbers[i] / 100.0));
                start += length + Math.Abs(numbers[i]) % 3;
            }
            IReadOnlyList<MarkedSegment> segments = MarkedSegment.Of(Explain(text, [.. spans]), 0, "body", text);
            return string.Concat(segments.Select(segment => segment.Text)) == text && segments.All(segment => segment.Text.Length > 0)
                && segments.Zip(segments.Skip(1)).All(pair => pair.First.Level != pair.Second.Level);
        }).QuickCheckThrowOnFailure();

    private static Explanation Explain(string text, params (int Start, int Length, double Contribution)[] spans) => new(
        new Prediction(ClassifierKind.Multiclass, ["a"], "a", 0.5, new LabelScores(["a"], [0.5])), ["a"], [0], [0], [],
        [.. spans.Where(span => span.Start + span.Length <= text.Length).Select(span => new EvidenceSpan("body", span.Start, span.Length, ["a"], [span.Contribution]))], [KeyValuePair.Create("body", text)]);
}
