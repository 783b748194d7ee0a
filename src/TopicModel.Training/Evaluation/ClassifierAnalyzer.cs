using TopicModel.Models;
using TopicModel.Training.Data;
using TopicModel.Training.Evaluation.Comparison;
using TopicModel.Training.Evaluation.Curves;
using TopicModel.Training.Evaluation.Details;
using TopicModel.Training.Evaluation.Mistakes;
using TopicModel.Training.Evaluation.Quality;
using TopicModel.Training.Evaluation.Slices;

namespace TopicModel.Training.Evaluation;

/// <summary>Works out everything that the outputs show of one classifier.</summary>
/// <param name="name">Its name.</param>
/// <param name="report">Its entry in the report.</param>
/// <param name="model">The model.</param>
/// <param name="context">Seed, threads, cancellation.</param>
internal sealed class ClassifierAnalyzer(string name, ClassifierReport report, TextModel model, TrainingContext context)
{
    /// <summary>N-grams shown for and against each label.</summary>
    private const int NgramCount = 15;

    /// <summary>Names of the slice fields, in the order of the data schema.</summary>
    public required IReadOnlyList<string> SliceFields { get; init; }

    /// <summary>Index of the label field in the data schema.</summary>
    public required int LabelField { get; init; }

    /// <summary>The test documents; null without any.</summary>
    public JudgedDocuments? Test { get; init; }

    /// <summary>The training documents, judged out of fold; null without cross-validation.</summary>
    public JudgedDocuments? Training { get; init; }

    /// <summary>[training document] -> its group of near-duplicates; null when nobody needed it.</summary>
    public int[]? Groups { get; init; }

    /// <summary>Whether the test documents are a part of the same data as the training documents.</summary>
    public bool TestIsHeldOut { get; init; }

    /// <summary>The learning curve, if one was made.</summary>
    public LearningCurve? LearningCurve { get; init; }

    /// <summary>Labels that people have checked.</summary>
    public CheckedLabels Checked { get; init; } = CheckedLabels.None;

    /// <summary>Labels of the training documents; null in an evaluation.</summary>
    public LabelMatrix? TrainingLabels { get; init; }

    /// <summary>Works it out.</summary>
    public ClassifierAnalysis Analyze()
    {
        bool isPassages = report.Kind == ClassifierKind.Passages;
        InspectedLabels? labels = Training is null || Groups is null ? null : QualityInspector.Inspect(Test is null ? [Training] : [Training, Test], Groups, LabelField, (document, given) => Checked.Contains(name, document, given));
        var details = new ClassifierDetails
        {
            Name = name,
            Report = report with { LearningCurve = LearningCurve, Slices = Slices(), SlicesIncludeTraining = SlicesIncludeTraining, LabelQuality = labels?.Figures },
            MainMetric = MainMetric.Of(report.Kind),
            LabelCounts = LabelCounts(),
            Curves = Test is null ? null : CurveBuilder.Build(Test.Outcomes.Documents, report.Test!.PerLabel),
            PassageCurves = Test?.Outcomes.Sentences is { } sentences ? CurveBuilder.Build(sentences, report.Test!.Passages!.PerLabel) : null,
            Ngrams = model.Ngrams is null ? [] : [.. model.Manifest.Labels.Select(Ngrams)],
            Cells = Test is null ? [] : ConfusionCells.Build(Test.Outcomes.Documents, Test.Documents),
            Mistakes = Test is null || isPassages ? [] : MistakeFinder.Find(Test.Outcomes.Documents, Test.Documents, model),
            PassageExamples = Test is null || !isPassages ? [] : PassageExampleFinder.Find(Test.Outcomes, Test.Documents),
            Suspects = labels?.Suspects ?? [],
            Checked = labels?.Checked ?? [],
            Conflicts = labels?.Conflicts ?? [],
        };
        return new ClassifierAnalysis(details, Test is null ? null : new TestPredictions(name, [.. Test.Documents.Select(document => document.Id)], Test.Outcomes.Documents, Test.Outcomes.Sentences)
        {
            Titles = [.. Test.Documents.Select(ArticleText.Title)],
        });
    }

    private LabelCount[] LabelCounts()
    {
        int[] train = Supports(TrainingLabels), test = Supports(Test?.Outcomes.Documents.Truth);
        bool isBinary = report.Kind is ClassifierKind.Binary or ClassifierKind.Passages;
        if (!isBinary) return [.. report.Labels.Select((label, i) => new LabelCount(label, train[i], test[i]))];
        string negative = model.Manifest.NegativeLabel is { Length: > 0 } name ? name : PredictionSet.NoNegativeLabel;
        return [new LabelCount(negative, (TrainingLabels?.Count ?? 0) - train[0], (Test?.Documents.Count ?? 0) - test[0]), new LabelCount(report.Labels[0], train[0], test[0])];
    }

    private int[] Supports(LabelMatrix? labels) => labels?.Supports() ?? new int[report.Labels.Count];

    private bool SlicesIncludeTraining => Training is not null && (TestIsHeldOut || Test is null);

    private LabelNgrams Ngrams(string label, int output)
    {
        (IReadOnlyList<StrongNgram> speakFor, IReadOnlyList<StrongNgram> speakAgainst) = StrongNgram.Of(model, output, NgramCount);
        return new LabelNgrams(label, speakFor, speakAgainst);
    }

    private IReadOnlyList<SliceTable> Slices()
    {
        JudgedDocuments[] parts = [.. new[] { SlicesIncludeTraining ? Training : null, Test }.OfType<JudgedDocuments>()];
        if (parts.Length == 0) return [];
        PredictionSet predictions = parts.Select(part => part.Outcomes.Documents).Aggregate((all, next) => all.Concat(next));
        return new SliceBuilder(predictions, [.. parts.SelectMany(part => part.Documents)], context).Build(SliceFields);
    }
}
