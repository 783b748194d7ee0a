using TopicModel.Features;
using TopicModel.Training.Data;
using TopicModel.Training.Features;
using TopicModel.Training.Fitting;
using TopicModel.Training.Trainers;

namespace TopicModel.Training.Tests.Fitting;

public sealed class CompactFitTests
{
    /// <summary>Labels fill no vector, one, one and some, two and some.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(11)]
    [InlineData(21)]
    public void Score_HasTheBitsOfTheSlowLoop(int outputs)
    {
        List<Document> documents = SmallCorpus.Make(80);
        ClassifierSpec spec = SmallCorpus.Specs()[1];
        var labels = new EncodedLabels([.. Enumerable.Range(0, outputs).Select(i => $"{i}")], new LabelMatrix(outputs, false, [.. documents.Select((_, i) => new[] { i % outputs })]), "");
        CountMatrix counts = CountMatrix.Build(new DocumentSource(documents, new DocumentFeatures(spec.Features, spec.TextFields)), 2, threads: 2);
        int[] all = [.. Enumerable.Range(0, documents.Count)];
        CompactFit fit = CompactFit.Of(new LinearFitter(counts.Counts, labels, all, spec).Fit(0.5, new TrainerRun()), spec.Features.Weighting);

        var scores = new float[documents.Count * outputs];
        fit.Score(counts.Counts, all, scores);

        foreach (int row in all) Assert.Equal(SlowScores(fit, counts.Counts, row), scores.AsSpan(row * outputs, outputs).ToArray());
    }

    private static float[] SlowScores(CompactFit fit, SparseCounts counts, int row)
    {
        int[] columns = counts.RowColumns(row).ToArray();
        var rowCounts = new float[columns.Length];
        counts.CopyCounts(row, rowCounts);
        int[] kept = [.. columns.Where(column => fit.Kept[column])];
        float[] values = [.. rowCounts.Where((_, i) => fit.Kept[columns[i]])];
        TermWeighting.Apply(Weighting.TfIdf, kept, values, [.. Enumerable.Range(0, fit.Kept.Length).Select(fit.IdfCode)]);
        var scores = new float[fit.Outputs.Length];
        for (int output = 0; output < scores.Length; output++)
        {
            float sum = 0;
            for (int i = 0; i < kept.Length; i++)
            {
                int code = fit.Codes[kept[i] * scores.Length + output];
                sum += values[i] * (code * Math.Abs(code));
            }
            scores[output] = fit.Outputs[output].Bias + fit.Outputs[output].Scale * sum;
        }
        return scores;
    }
}
