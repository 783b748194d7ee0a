using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports.Verdict;

/// <summary>Says in plain sentences what a report comes to: what was measured, how good it is, how sure that is, what changed, what to do first.</summary>
/// <param name="details">The report with everything but the verdict.</param>
internal sealed class VerdictWriter(ReportDetails details)
{
    /// <summary>Scores from which a classifier counts as good, as usable, and as weak; below that it is bad.</summary>
    private const double Good = 0.9, Usable = 0.75, Weak = 0.5;

    /// <summary>Half of an interval from which a test is too small to tell much.</summary>
    private const double WideInterval = 0.05;

    /// <summary>Lower end of the interval of the calibration error from which probabilities should not be relied on.</summary>
    private const double PoorCalibration = 0.05;

    /// <summary>Share of the test documents below which leaks hardly move a figure.</summary>
    private const double SlightLeak = 0.01;

    private readonly List<VerdictSentence> _sentences = [];

    private bool IsTraining => details.Report.Data.Train.Documents > 0;

    /// <summary>The sentences.</summary>
    public IReadOnlyList<VerdictSentence> Write()
    {
        Say(VerdictKind.Subject, VerdictTone.Neutral, Subject());
        foreach (ClassifierDetails classifier in details.Classifiers) WriteQuality(classifier);
        WriteCertainty();
        if (details.Comparison is { } comparison) _sentences.AddRange(comparison.Verdict);
        else if (IsTraining) Say(VerdictKind.Comparison, VerdictTone.Neutral, "There is no earlier report to compare with.");
        _sentences.AddRange(new AdviceWriter(details).Write());
        return _sentences;
    }

    private void Say(VerdictKind kind, VerdictTone tone, string text, string? classifier = null) => _sentences.Add(new VerdictSentence(kind, tone, text, classifier));

    private string Subject()
    {
        DataReport data = details.Report.Data;
        string classifiers = ReportFormat.Count(details.Classifiers.Count, "classifier");
        if (!IsTraining) return $"Measured {classifiers} on {ReportFormat.Count(data.Test.Documents, "document")}.";
        string test = data.Test.Documents == 0 ? "no document was kept for a test" : $"tested on {ReportFormat.Count(data.Test.Documents)} that {(data.Test.Documents == 1 ? "was" : "were")} not trained on";
        return $"Trained {classifiers} on {ReportFormat.Count(data.Train.Documents, "document")}; {test}.";
    }

    private void WriteQuality(ClassifierDetails classifier)
    {
        string metric = ReportFormat.NameOf(classifier.MainMetric);
        if (classifier.Report.Test is not { } test)
        {
            if (ReportFormat.MeanOf(classifier.Report.CrossValidation, classifier.MainMetric) is { } mean)
                Say(VerdictKind.Quality, ToneOf(mean), $"{classifier.Name}: {metric} {ReportFormat.Number(mean)} in cross-validation; it was not tested.", classifier.Name);
            else Say(VerdictKind.Quality, VerdictTone.Warning, $"{classifier.Name}: nothing is known of its quality; there was neither a test nor a cross-validation.", classifier.Name);
            return;
        }
        double score = test.Value(classifier.MainMetric) ?? double.NaN;
        string sentences = test.Passages is { } passages ? $"; sentences: {metric} {ReportFormat.Figure(passages, classifier.MainMetric)}" : "";
        Say(VerdictKind.Quality, ToneOf(score), $"{classifier.Name}: {metric} {ReportFormat.Figure(test, classifier.MainMetric)}{sentences}; {Right(classifier.Report.Kind, test)}{Weakest(classifier.Report.Kind, test)}.", classifier.Name);
    }

    private static string Right(ClassifierKind kind, MetricBlock test)
    {
        long right = (long)Math.Round(test.Accuracy * test.Documents);
        return $"{(kind == ClassifierKind.Multilabel ? "the whole set of labels" : "the decision")} is right for {ReportFormat.Count(right)} of {ReportFormat.Count(test.Documents, "document")}";
    }

    private static string Weakest(ClassifierKind kind, MetricBlock test)
    {
        LabelMetrics[] tested = [.. test.PerLabel.Where(label => label.Support > 0)];
        if (kind is ClassifierKind.Binary or ClassifierKind.Passages || tested.Length < 2) return "";
        LabelMetrics weakest = tested.MinBy(label => label.F1)!;
        return $"; weakest is '{weakest.Label}' with F1 {ReportFormat.Number(weakest.F1)} ({ReportFormat.Count(weakest.Support, "document")})";
    }

    private static VerdictTone ToneOf(double score) => score >= Good ? VerdictTone.Good : score >= Usable ? VerdictTone.Neutral : score >= Weak ? VerdictTone.Warning : VerdictTone.Bad;

    private void WriteCertainty()
    {
        WriteLeaks();
        foreach (ClassifierDetails classifier in details.Classifiers) WriteCertainty(classifier);
    }

    /// <summary>Leaks of so few documents that no figure can move by as much as a hundredth are no reason to distrust all of them.</summary>
    private void WriteLeaks()
    {
        int count = details.Leaks.Count;
        if (count == 0) return;
        bool isSlight = count < DataInspector.MaxLeaks && count < SlightLeak * details.Report.Data.Test.Documents;
        string documents = count == DataInspector.MaxLeaks ? $"{count} or more test documents have" : count == 1 ? "1 test document has" : $"{count} test documents have";
        Say(VerdictKind.Certainty, isSlight ? VerdictTone.Warning : VerdictTone.Bad, $"{documents} the text, or nearly the text, of a training document: the figures are {(isSlight ? "a little " : "")}too good.");
    }

    private void WriteCertainty(ClassifierDetails classifier)
    {
        ClassifierReport report = classifier.Report;
        string metric = ReportFormat.NameOf(classifier.MainMetric);
        if (report.Test is { } test && test.Intervals.TryGetValue(MetricBlock.NameOf(classifier.MainMetric), out Interval interval))
        {
            double half = (interval.High - interval.Low) / 2;
            double allRight = Math.Pow(0.05, 1.0 / test.Documents);
            if (interval is { Low: 1, High: 1 } && 1 - allRight > 2 * WideInterval)
                Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: the test is small for a sure figure; a classifier that is right only {ReportFormat.Percent(allRight)} of the time gets all of {ReportFormat.Count(test.Documents, "document")} right one time in twenty.", classifier.Name);
            if (half > WideInterval) Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: the test is small for a sure figure; other documents could have given a {metric} from {ReportFormat.Number(interval.Low)} to {ReportFormat.Number(interval.High)}.", classifier.Name);
            if (ReportFormat.MeanOf(report.CrossValidation, classifier.MainMetric) is { } mean && mean > interval.High + WideInterval)
                Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: {metric} was {ReportFormat.Number(mean)} in cross-validation, clearly above the test: the test documents are unlike the training documents.", classifier.Name);
        }
        if (!report.Calibrated) Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: its probabilities are not calibrated, because there was no cross-validation.", classifier.Name);
        else if (report.Test is { } tested && tested.Intervals.TryGetValue(MetricBlock.NameOf(Metric.Ece), out Interval error) && error.Low > PoorCalibration)
            Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: its probabilities are off by {ReportFormat.Number(tested.Ece)} on average; {(report.Prevalence is null ? "do not take them at their word on such documents" : "they are made for other shares of the labels (prevalence) than these documents have")}.", classifier.Name);
        if (report.Trainer is { Converged: false, Objective: { } objective } && double.IsFinite(objective))
            Say(VerdictKind.Certainty, VerdictTone.Warning, $"{classifier.Name}: the trainer stopped before it had converged.", classifier.Name);
    }
}
