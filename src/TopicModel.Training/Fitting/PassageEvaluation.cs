using TopicModel.Training.Data;
using TopicModel.Training.Evaluation;

namespace TopicModel.Training.Fitting;

/// <summary>Metrics of passages: a block for the documents, with a block for their sentences in it.</summary>
internal static class PassageEvaluation
{
    private static readonly string[] Labels = [LabelEncoder.PassageLabel];

    /// <summary>
    /// Decides by the thresholds; a sentence is given only where its document is. Documents and sentences are in the same order,
    /// <paramref name="documentOf"/> is [sentence] -> document.
    /// </summary>
    public static Outcomes Decide(LabelMatrix documentTruth, double[] documentProbabilities, double documentThreshold,
        LabelMatrix sentenceTruth, double[] sentenceProbabilities, double sentenceThreshold, int[] documentOf)
    {
        bool[] documentGiven = [.. documentProbabilities.Select(probability => probability >= documentThreshold)];
        var documents = new PredictionSet(ClassifierKind.Passages, Labels, "", documentTruth, documentProbabilities, documentGiven, [documentThreshold]);
        bool[] sentenceGiven = [.. sentenceProbabilities.Select((probability, i) => probability >= sentenceThreshold && documentGiven[documentOf[i]])];
        return new Outcomes(documents,
            new PredictionSet(ClassifierKind.Passages, Labels, "", sentenceTruth, sentenceProbabilities, sentenceGiven, [sentenceThreshold]) { DocumentOf = documentOf });
    }

    /// <summary>What a detector says of documents whose labelled passages are in <paramref name="labelField"/> of the data schema.</summary>
    public static Outcomes Run(TaskListDetector detector, IReadOnlyList<Document> documents, int labelField, LabelMatrix documentTruth, TrainingContext context)
    {
        var found = new List<Models.SentenceScore>[documents.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads, CancellationToken = context.CancellationToken };
        Parallel.For(0, documents.Count, options, i => found[i] = detector.Model.ScoreSentences(documents[i].Texts));
        var corpus = new SentenceCorpus(documents, detector.Manifest.TextFields, detector.Manifest.SentenceFields, detector.Manifest.Features, labelField);
        return Decide(documentTruth, [.. found.Select(detector.Model.DocumentProbability)], detector.Manifest.Document!.Threshold,
            corpus.Labels.Matrix, [.. found.SelectMany(sentences => sentences).Select(sentence => sentence.Probability)], detector.Manifest.Thresholds[0], corpus.DocumentOfRow) with
        { Corpus = corpus };
    }
}
