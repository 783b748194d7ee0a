using System.Globalization;
using TopicModel.Cli.Configuration;
using TopicModel.Format;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Reports;

/// <summary>
/// The card of a model (Mitchell et al. 2019): what it is for, what it learned from, how good it is, what it is not good at, how to make it
/// again. Nothing of clock or machine is in it, so that the same data and configuration give the same bytes.
/// </summary>
/// <param name="details">The report of the training.</param>
/// <param name="classifier">The classifier.</param>
/// <param name="config">The configuration.</param>
internal sealed class ModelCard(ReportDetails details, ClassifierDetails classifier, TrainConfig config)
{
    /// <summary>How the file's name ends, behind that of the model.</summary>
    public const string FileExtension = ".md";

    private readonly MarkdownText _text = new();

    private ClassifierConfig Classifier => config.Classifiers.Single(one => one.Name == classifier.Name);

    /// <summary>The card as Markdown.</summary>
    public string Write()
    {
        _text.Heading(1, $"Model card: {classifier.Name}");
        WriteUse();
        WriteData();
        WriteQuality();
        WriteLimits();
        WriteReproduction();
        return _text.ToString();
    }

    private void WriteUse()
    {
        ModelInfo model = classifier.Report.Model!;
        _text.Heading(2, "Intended use");
        _text.Paragraph($"{Task()} It reads the {Wording.Fields(config.Data.Fields.Text)} of an article, in one pass and without any other source. File: `{classifier.Name}{ModelLayout.FileExtension}`, {ReportFormat.Count(model.Bytes)} bytes, {ReportFormat.Count(model.Features)} features.");
        _text.Paragraph("It sorts and finds articles for people who look at what it says. It is not meant to decide on its own about persons, nor for other languages or kinds of text than those it was trained on; measure it on labelled articles of your own first (`topicmodel evaluate`).");
    }

    private string Task()
    {
        string labels = string.Join(", ", classifier.Report.Labels.Select(label => $"`{label}`"));
        return classifier.Report.Kind switch
        {
            ClassifierKind.Multiclass => $"Gives an article exactly one of the labels {labels}.",
            ClassifierKind.Multilabel => $"Gives an article any number of the labels {labels}; none of them is an answer too.",
            ClassifierKind.Binary => $"Says whether an article is {labels} or `{classifier.LabelCounts[0].Label}`.",
            _ => $"Says whether an article has passages of the kind that field `{Classifier.Label}` marks, and which sentences of {Wording.Fields(Classifier.SentenceFields)} they are.",
        };
    }

    private void WriteData()
    {
        DataReport data = details.Report.Data;
        _text.Heading(2, "Data");
        _text.Paragraph($"Trained on {ReportFormat.Count(data.Train.Documents, "document")} (fingerprint `{data.Fingerprint}`), {(data.Test.Documents == 0 ? "not tested" : $"tested on {ReportFormat.Count(data.Test.Documents)} others")}. Labels stand in field `{Classifier.Label}`.");
        _text.Table(["label", "trained on", "tested on"], classifier.LabelCounts.Select(count => (IReadOnlyList<string>)[MarkdownText.Escape(count.Label), ReportFormat.Count(count.Train), ReportFormat.Count(count.Test)]));
        if (classifier.Report.LabelQuality is { } quality) _text.Paragraph($"By confident learning, {ReportFormat.Suspects(quality)}");
    }

    private void WriteQuality()
    {
        _text.Heading(2, "Metrics");
        WriteMetrics(classifier.Report.Test, classifier.Report.CrossValidation);
        if (classifier.Report.Test is { } test && classifier.Report.Kind is ClassifierKind.Multiclass or ClassifierKind.Multilabel)
            _text.Table(["label", "support", "precision", "recall", "F1", "average precision", "threshold"], test.PerLabel.Select(label => (IReadOnlyList<string>)[MarkdownText.Escape(label.Label), .. ReportFormat.FiguresOf(label)]));
        if (classifier.Report.Test?.Passages is null && classifier.Report.CrossValidation?.Passages is null) return;
        _text.Heading(3, "Sentences");
        WriteMetrics(classifier.Report.Test?.Passages, classifier.Report.CrossValidation?.Passages);
    }

    private void WriteMetrics(MetricBlock? test, CrossValidationReport? crossValidation)
    {
        Metric[] metrics = [.. ReportFormat.Overview.Where(metric => ReportFormat.Shows(test, crossValidation, metric))];
        if (metrics.Length == 0) _text.Paragraph("None: there was neither a test nor a cross-validation.");
        else
            _text.Table(["metric", "test, with 95 % interval", "cross-validation"], metrics.Select(metric => (IReadOnlyList<string>)
                [ReportFormat.NameOf(metric), test is null ? ReportFormat.Nothing : ReportFormat.Figure(test, metric), ReportFormat.Number(ReportFormat.MeanOf(crossValidation, metric))]));
    }

    private void WriteLimits()
    {
        _text.Heading(2, "Limits");
        List<string> limits = [.. details.Verdict.Where(sentence => sentence.Kind == VerdictKind.Certainty && (sentence.Classifier ?? classifier.Name) == classifier.Name).Select(sentence => MarkdownText.Escape(sentence.Text))];
        foreach (SliceTable table in classifier.Report.Slices)
            foreach (Slice slice in table.Slices.Where(slice => slice.IsWeak))
                limits.Add(MarkdownText.Escape($"Clearly weaker on {table.Field} '{slice.Value}': {ReportFormat.NameOf(table.Metric)} {ReportFormat.Number(slice.Score)} on {ReportFormat.Count(slice.Documents, "document")}, {ReportFormat.Number(table.Overall)} on all."));
        limits.Add("The intervals say what another choice of test documents from the same source could change, not what articles of another source or time would do.");
        _text.List(limits);
    }

    private void WriteReproduction()
    {
        TrainerReport trainer = classifier.Report.Trainer;
        _text.Heading(2, "How to make it again");
        _text.Paragraph($"`topicmodel train` with topicmodel {MarkdownText.Escape(details.Report.ToolVersion)}, the data of the fingerprint above and a configuration of hash `{ConfigHash.Compute(config)}` (seed {config.Seed.ToString(CultureInfo.InvariantCulture)}) gives this model byte for byte, on any number of threads.");
        string options = string.Join(", ", trainer.Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key} {option.Value}"));
        _text.Paragraph($"Trainer: {MarkdownText.Escape(trainer.Name)} ({MarkdownText.Escape(options)}), {(classifier.Report.Calibrated ? $"calibrated on the out-of-fold scores of {ReportFormat.Count(Classifier.CrossValidation, "fold")}" : "not calibrated")}{(classifier.Report.Prevalence is { } shares ? $", for documents of which {MarkdownText.Escape(ReportFormat.Shares(shares))}" : "")}.");
    }
}
