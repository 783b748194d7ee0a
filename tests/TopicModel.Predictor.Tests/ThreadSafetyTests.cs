using TopicModel.Features;
using TopicModel.Training.Data;

namespace TopicModel.Tests;

public class ThreadSafetyTests
{
    private const int Threads = 64, Calls = 1_000_000;

    /// <summary>One instance of each model, 64 threads, a million calls together: every answer is the one that a single thread got.</summary>
    [Fact]
    public void OneInstance_BySixtyFourThreads_AnswersAMillionCallsAsOneThreadDoes()
    {
        var classifier = new TopicClassifier(TestModels.Model(ClassifierKind.Multilabel, new FeatureOptions { Unaccented = true }));
        var detector = new TaskListDetector(TestModels.Model(ClassifierKind.Passages));
        var random = new DeterministicRandom(64);
        string[] words = ["đảng", "nhân dân", "thương mại", "hội đàm", "cần", "là", "hữu nghị", "Một là,", "\n", ". ", "ngoài"];
        string[] texts = [.. Enumerable.Range(0, 256).Select(_ => Text(words, ref random))];
        long[][] classified = [.. texts.Select(text => Bits(classifier.Predict(text)))];
        long[] detected = [.. texts.Select(text => BitConverter.DoubleToInt64Bits(detector.Detect(text).Probability))];
        var wrong = new int[Threads];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(t => new Thread(() =>
        {
            for (int call = t; call < Calls; call += Threads)
            {
                int i = call * 31 % texts.Length;
                bool same = call % 16 == 0
                    ? BitConverter.DoubleToInt64Bits(detector.Detect(texts[i]).Probability) == detected[i]
                    : Bits(classifier.Predict(texts[i])).AsSpan().SequenceEqual(classified[i]);
                if (!same) wrong[t]++;
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(0, wrong.Sum());
        Assert.True(classified.Select(bits => bits[0]).Distinct().Count() > 100, "the texts must differ for the test to see anything");
    }

    private static string Text(string[] words, ref DeterministicRandom random)
    {
        var text = new string[1 + random.Next(8)];
        for (int i = 0; i < text.Length; i++) text[i] = words[random.Next(words.Length)];
        return string.Join(' ', text);
    }

    private static long[] Bits(Prediction prediction) => [.. prediction.Scores.Values.Select(BitConverter.DoubleToInt64Bits), prediction.Labels.Count];
}
