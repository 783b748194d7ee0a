using System.Globalization;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports.Html;

/// <summary>Seeded details as large as they can be: 20 classes with long names, 11,000 documents, every list filled up to its cap.</summary>
internal static class LargeDetails
{
    private const int Classes = 20, Documents = 11000;

    private static readonly string[] Topics =
        ["Kinh tế đối ngoại và hội nhập quốc tế", "Đối ngoại Đảng", "Đối ngoại nhân dân", "Quốc phòng – an ninh khu vực", "Văn hoá, thể thao và du lịch", "Biển Đông", "Giáo dục", "Y tế", "Khoa học, công nghệ và đổi mới sáng tạo", "Môi trường"];

    private static readonly string[] Syllables = ["hợp", "tác", "quốc", "tế", "thương", "mại", "đối", "thoại", "ký", "kết", "biên", "giới", "hữu", "nghị", "phát", "triển", "nhiệm", "vụ", "trọng", "tâm", "đoàn", "đại", "biểu", "thăm"];

    /// <summary>Made once.</summary>
    public static ReportDetails Shared { get; } = Make();

    public static ReportDetails Make()
    {
        var random = new DeterministicRandom(7);
        string[] labels = [.. Enumerable.Range(0, Classes).Select(c => $"{Topics[c % Topics.Length]}{(c < Topics.Length ? "" : " (tin vắn)")}")];
        MetricBlock test = Evaluator.Evaluate(Predict(labels, random), bootstrapSamples: 50, threads: 2);
        var report = new ClassifierReport
        {
            Kind = ClassifierKind.Multiclass,
            Labels = labels,
            Trainer = new TrainerReport { Name = "LinearSvm", Options = new Dictionary<string, string> { ["C"] = "1" }, Iterations = 20, Objective = 1, Converged = true },
            Calibrated = true,
            Test = test,
            CrossValidation = CrossValidationReport.Of([test, test]),
            LearningCurve = new LearningCurve(Metric.MacroF1, [.. new[] { 0.125, 0.25, 0.5, 0.75, 1 }.Select(share => new LearningCurvePoint(share, (int)(Documents * share), 0.9 - 0.1 / Math.Sqrt(8 * share), new Interval(0.88 - 0.1 / Math.Sqrt(8 * share), 0.92 - 0.1 / Math.Sqrt(8 * share))))],
                new PowerLaw(0.93, 3, 0.5, [.. Enumerable.Range(0, 9).Select(i => new ExtrapolatedPoint(Documents * (1 + i / 8.0), 0.865 + 0.001 * i))])),
            Slices = [new SliceTable("source", Metric.Accuracy, test.Accuracy, [.. Enumerable.Range(0, 30).Select(i => new Slice(Words(random, 3), 400 - i, 400 - i, 0.5 + i / 80.0, new Interval(0.45 + i / 80.0, 0.55 + i / 80.0), 0.5 + i / 80.0, i > 25, i < 3))], 12)],
            LabelQuality = new LabelQuality(Documents, 321, 0, 0, 0.017),
            Timings = new Timings(1, 2, 3, 4, 5),
            Model = new ModelInfo("models/topic.tmodel", 2_345_678, 345_678),
        };
        var details = new ClassifierDetails
        {
            Name = "topic",
            Report = report,
            MainMetric = Metric.MacroF1,
            Curves = Curves(test, random),
            Ngrams = [.. labels.Select(label => new LabelNgrams(label, Ngrams(random, 1), Ngrams(random, -1)))],
            Cells = Cells(test, random),
            Mistakes = [.. Enumerable.Range(0, 12).Select(i => Mistake(labels, i, random))],
            Suspects = [.. Enumerable.Range(0, 321).Select(i => new LabelSuspect($"d{i}", $"articles.jsonl line {i + 1}", Words(random, 12), Words(random, 45), [labels[i % Classes]], [labels[(i + 3) % Classes]], SuspectReason.ConfidentDisagreement, "models that have not seen it are confident of another label", 1 - i / 400.0))],
        };
        return new ReportDetails
        {
            Report = new Report { ToolVersion = "1.2.3", Data = new DataReport(new DataPart(Documents), new DataPart(Documents), "0123456789abcdef"), Classifiers = new Dictionary<string, ClassifierReport> { ["topic"] = report } },
            Created = new DateTimeOffset(2026, 11, 29, 12, 0, 0, TimeSpan.Zero),
            Verdict = [new VerdictSentence(VerdictKind.Subject, VerdictTone.Neutral, "topic (multiclass, 20 labels) was trained on 11,000 documents and tested on 11,000."), new VerdictSentence(VerdictKind.Advice, VerdictTone.Warning, $"Start with {labels[3]}, the weakest label.", "topic")],
            Classifiers = [details],
        };
    }

    private static PredictionSet Predict(string[] labels, DeterministicRandom random)
    {
        var probabilities = new double[Documents * Classes];
        var given = new bool[probabilities.Length];
        var truth = new int[Documents][];
        for (int document = 0; document < Documents; document++)
        {
            int c = (int)(Classes * random.NextDouble() * random.NextDouble());
            Span<double> row = probabilities.AsSpan(document * Classes, Classes);
            double sum = 0;
            for (int other = 0; other < Classes; other++) sum += row[other] = Math.Exp(3 * random.NextDouble() + (other == c ? 1.8 : other == c / 2 ? 0.7 : 0));
            for (int other = 0; other < Classes; other++) row[other] /= sum;
            truth[document] = [c];
            int best = 0;
            for (int other = 1; other < Classes; other++) if (row[other] > row[best]) best = other;
            given[document * Classes + best] = true;
        }
        return new PredictionSet(ClassifierKind.Multiclass, labels, "", new LabelMatrix(Classes, true, truth), probabilities, given, []);
    }

    private static TestCurves Curves(MetricBlock test, DeterministicRandom random) => new(
        [.. test.PerLabel.Select(label => new PrecisionRecallCurve(label.Label, label.Support, label.AveragePrecision,
            [.. Enumerable.Range(1, 120).Select(i => new PrecisionRecallPoint(i / 120.0, 1 - 0.6 * Math.Pow(i / 120.0, 3) - 0.02 * random.NextDouble(), 1 - i / 121.0))],
            new PrecisionRecallPoint(label.Recall, label.Precision, double.NaN)))],
        [.. Enumerable.Range(0, 15).Select(bin => new ReliabilityBin(bin / 15.0, (bin + 1) / 15.0, 1 + 60 * bin * bin, (bin + 0.5) / 15, Math.Clamp((bin + 2 * random.NextDouble() - 0.5) / 15, 0, 1)))],
        [.. test.PerLabel.Select(label => new ScoreHistogram(label.Label, [.. Enumerable.Range(0, 20).Select(bin => label.Support * bin / 190)], [.. Enumerable.Range(0, 20).Select(bin => (Documents - label.Support) / (1 + bin * bin))]))]);

    private static ConfusionCell[] Cells(MetricBlock test, DeterministicRandom random)
    {
        var cells = new List<ConfusionCell>();
        for (int row = 0, articles = 0; row < Classes; row++)
            for (int column = 0; column < Classes; column++)
            {
                int count = test.Confusion.Counts[row][column], shown = Math.Min(Math.Min(count, row == column ? 3 : 20), 400 - articles);
                if (shown == 0) continue;
                articles += shown;
                cells.Add(new ConfusionCell(row, column, count, row != column,
                    [.. Enumerable.Range(0, shown).Select(i => new ArticleOutcome($"d{row}-{column}-{i}", "articles.jsonl line 123", Words(random, 20), [test.PerLabel[row].Label], [test.PerLabel[column].Label], 0.5))]));
            }
        return [.. cells];
    }

    private static Mistake Mistake(string[] labels, int i, DeterministicRandom random)
    {
        string text = Words(random, 130);
        ExcerptMark[] marks = [.. Enumerable.Range(0, 12).Select(k => new ExcerptMark(40 * k, 8, (k % 3 - 1) * 0.3, (k % 3 - 1) * (1 - k / 12.0))).Where(mark => mark.Start + mark.Length <= text.Length)];
        var article = new ArticleOutcome(string.Create(CultureInfo.InvariantCulture, $"m{i}"), "articles.jsonl line 77", Words(random, 14), [labels[i % Classes]], [labels[(i + 1) % Classes]], 0.93 - i / 100.0);
        return new Mistake(article, labels[(i + 1) % Classes], false, 0.02, [.. Enumerable.Range(0, 8).Select(k => new MistakeTerm(Words(random, 2), 1 + k % 3, 0.8 - k / 10.0))], [new Excerpt("body", text, true, true, marks)]);
    }

    private static StrongNgram[] Ngrams(DeterministicRandom random, int sign) => [.. Enumerable.Range(0, 15).Select(i => new StrongNgram(Words(random, 2), sign * (3 - i / 6.0)))];

    private static string Words(DeterministicRandom random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Syllables[random.Next(Syllables.Length)]));
}
