using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html;

/// <summary>Details made by hand, to <see cref="SampleReports"/>: every list has something, and articles have titles that mean harm.</summary>
internal static class SampleDetails
{
    public const string Script = "<script>alert('x')</script> & \"quoted\"";

    /// <summary>A right-to-left title with an emoji beyond the basic plane.</summary>
    public const string RightToLeft = "שלום 🇻🇳 thế giới";

    /// <summary>Nothing but a report.</summary>
    public static ReportDetails Bare(Report report) => new()
    {
        Report = report,
        Created = default,
        Verdict = [],
        Classifiers = [.. report.Classifiers.OrderBy(classifier => classifier.Key, StringComparer.Ordinal).Select(classifier => new ClassifierDetails { Name = classifier.Key, Report = classifier.Value, MainMetric = MainMetric.Of(classifier.Value.Kind) })],
    };

    public static ReportDetails Full()
    {
        Report report = SampleReports.Full();
        return new ReportDetails
        {
            Report = report,
            Created = new DateTimeOffset(2026, 11, 29, 7, 30, 15, TimeSpan.FromHours(7)),
            Verdict =
            [
                new VerdictSentence(VerdictKind.Subject, VerdictTone.Neutral, "Trained on 1,200 documents and tested on 300."),
                new VerdictSentence(VerdictKind.Quality, VerdictTone.Good, "stance: macro-F1 is 0.750.", "stance"),
                new VerdictSentence(VerdictKind.Quality, VerdictTone.Bad, "untested was not tested.", "untested"),
                new VerdictSentence(VerdictKind.Certainty, VerdictTone.Warning, "2 documents are few."),
                new VerdictSentence(VerdictKind.Comparison, VerdictTone.Neutral, "No clear difference from the last report."),
                new VerdictSentence(VerdictKind.Advice, VerdictTone.Warning, $"Read the suspects of theme first, such as '{Script}'.", "theme"),
            ],
            Classifiers = [Stance(report.Classifiers["stance"]), Tasks(report.Classifiers["tasks"]), Theme(report.Classifiers["theme"]), Untested(report.Classifiers["untested"])],
            Leaks = [new DuplicatePair("test.jsonl line 3", Script, [], "train.jsonl line 9", [])],
            History = [.. Enumerable.Range(1, 4).Select(Training)],
            Comparison = new ReportComparison("the report that this one replaces", "this report", IsPaired: true, WhyUnpaired: null, [Comparison], ["old"], ["untested"], []),
        };
    }

    private static ClassifierComparison Comparison { get; } = new()
    {
        Name = "stance",
        Outcome = ComparisonOutcome.Better,
        MainMetric = Metric.MacroF1,
        Documents = 300,
        Metrics =
        [
            new MetricDifference("macroF1", 0.7, 0.75, 0.05, new Interval(0.01, 0.09), ComparisonOutcome.Better),
            new MetricDifference("logLoss", 0.25, 0.3, 0.05, new Interval(0.02, 0.07), ComparisonOutcome.Worse),
            new MetricDifference("auc", double.NaN, 0.95, double.NaN, null, ComparisonOutcome.NotComparable),
        ],
        Labels = [new MetricDifference("against", 0.65, 0.646, -0.004, new Interval(-0.05, 0.04), ComparisonOutcome.NoClearDifference)],
        Tests = [new SignificanceTest("McNemar, exact", 1, 0, 0.0412), new SignificanceTest("Stuart-Maxwell", 1.8, 1, 0.1797)],
        BrokenCount = 1,
        FixedCount = 4,
        Broken = [new ChangedArticle("s9", RightToLeft, ["favor"], ["favor"], ["against"], 0.71)],
        Fixed = [new ChangedArticle("s8", "", ["against"], ["favor"], ["against"], 0.66)],
    };

    private static ClassifierDetails Stance(ClassifierReport report) => new()
    {
        Name = "stance",
        Report = report,
        MainMetric = Metric.MacroF1,
        LabelCounts = [new LabelCount("against", 600, 150), new LabelCount("favor", 600, 150)],
        Curves = Curves(["against", "favor"], hasThreshold: false),
        Ngrams =
        [
            new LabelNgrams("against", [new StrongNgram("phản đối", 2.5), new StrongNgram("cực lực°", 1.25)], [new StrongNgram("hợp tác", -1.5)]),
            new LabelNgrams("favor", [new StrongNgram("<b>đồng thuận</b>", 1.75)], []),
        ],
        Cells =
        [
            new ConfusionCell(0, 1, 50, IsMistake: true, [Article("s1", Script, ["against"], ["favor"]), Article("s2", RightToLeft, ["against"], ["favor"])]),
            new ConfusionCell(0, 0, 100, IsMistake: false, [Article("s3", "", ["against"], ["against"])]),
        ],
        Mistakes =
        [
            new Mistake(Article("s1", Script, ["against"], ["favor"]), "favor", IsMissed: false, 0.04,
                [new MistakeTerm("hợp tác", 2, 0.75), new MistakeTerm(RightToLeft, 1, 0.125)],
                [new Excerpt("body", "Hai bên hợp tác nhưng phản đối <i>thuế</i>.", StartsInside: true, EndsInside: false,
                    [new ExcerptMark(8, 7, 0.75, 1), new ExcerptMark(22, 8, -0.3, -0.4), new ExcerptMark(31, 3, 0.05, 0.07)])]),
        ],
        Suspects = [.. Enumerable.Range(0, 12).Select(i => Suspect(i, i == 0 ? Script : $"Bài {i}", i % 2 == 0 ? ["against"] : []))],
        Checked = [Suspect(20, RightToLeft, ["against"])],
        Conflicts = [new DuplicatePair("train.jsonl line 4", RightToLeft, ["favor"], "train.jsonl line 5", ["against"])],
        Comparison = Comparison,
    };

    private static LabelSuspect Suspect(int i, string title, string[] suggested) => new(
        $"q{i}", $"train.jsonl line {i + 1}", title, "Mở đầu", ["favor"], suggested, SuspectReason.ConfidentDisagreement, "models that have not seen it say against with 0.97", 1 - 0.05 * i)
    {
        File = "train.jsonl",
        Line = i + 1,
        TextHash = $"{i:x16}",
    };

    private static ClassifierDetails Tasks(ClassifierReport report) => new()
    {
        Name = "tasks",
        Report = report,
        MainMetric = Metric.F1,
        Curves = Curves(["positive"], hasThreshold: true),
        PassageCurves = Curves(["positive"], hasThreshold: true),
        PassageExamples =
        [
            new PassageExample(Article("p1", "Hội nghị", ["positive"], ["positive"]), 1, 1, 1,
                [
                    new PassageSentence("Một là, cần rà soát.", 0.91, IsTrue: true, IsGiven: true, FollowsGap: true),
                    new PassageSentence(Script, 0.12, IsTrue: true, IsGiven: false, FollowsGap: false),
                    new PassageSentence("Kết quả tốt.", 0.05, IsTrue: false, IsGiven: false, FollowsGap: false),
                    new PassageSentence("Ba năm qua phải cố gắng.", 0.62, IsTrue: false, IsGiven: true, FollowsGap: true),
                ]),
        ],
    };

    private static ClassifierDetails Theme(ClassifierReport report) => new()
    {
        Name = "theme",
        Report = report,
        MainMetric = Metric.MicroF1,
        Curves = Curves(["a|b", "*c*"], hasThreshold: true),
        Cells = [new ConfusionCell(0, 1, 10, IsMistake: true, [Article("t1", "Bài", [], ["a|b"])]), new ConfusionCell(0, 3, 70, IsMistake: false, [Article("t2", "Bài", ["a|b"], ["a|b"])])],
        Mistakes = [new Mistake(Article("t1", "Bài", [], ["a|b"]), "a|b", IsMissed: false, 0.2, [], [])],
    };

    private static ClassifierDetails Untested(ClassifierReport report) => new() { Name = "untested", Report = report, MainMetric = Metric.F1 };

    private static TestCurves Curves(string[] labels, bool hasThreshold) => new(
        [.. labels.Select((label, i) => new PrecisionRecallCurve(label, 100, 0.9 - 0.1 * i, [new PrecisionRecallPoint(0.2, 1, 0.9), new PrecisionRecallPoint(0.6, 0.8, 0.5), new PrecisionRecallPoint(1, 0.3, 0.1)],
            new PrecisionRecallPoint(0.6, 0.8, hasThreshold ? 0.5 : double.NaN)))],
        [.. Enumerable.Range(0, 15).Select(bin => bin % 4 == 1 ? new ReliabilityBin(bin / 15.0, (bin + 1) / 15.0, 0, double.NaN, double.NaN) : new ReliabilityBin(bin / 15.0, (bin + 1) / 15.0, 5 * (bin + 1), (bin + 0.5) / 15, Math.Min(1, (bin + 1) / 15.0)))],
        [.. labels.Select(label => new ScoreHistogram(label, [.. Enumerable.Range(0, 20).Select(bin => bin * bin / 4)], [.. Enumerable.Range(0, 20).Select(bin => (19 - bin) * 3)]))]);

    private static ArticleOutcome Article(string id, string title, string[] truth, string[] given) => new(id, $"test.jsonl line {id[1..]}", title, truth, given, 0.875);

    private static HistoryEntry Training(int run) => new(new DateTimeOffset(2026, 11, run, 12, 0, 0, TimeSpan.Zero), "1.2.3", "00112233aabbccdd", "aabbccddeeff0011", 1000 + run, 300,
        new Dictionary<string, HistoryFigures> { ["stance"] = new("macroF1", new Dictionary<string, double> { ["macroF1"] = 0.6 + 0.05 * run }, run == 1 ? null : new Interval(0.55 + 0.05 * run, 0.65 + 0.05 * run), 123456, 7890, new Timings()) });
}
