using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TopicModel.Format;
using TopicModel.Models;
using TopicModel.Tests.Format;
using TopicModel.Training.Format;
using Xunit.Abstractions;

namespace TopicModel.Tests.Hostile;

/// <summary>
/// Damaged model files give <see cref="InvalidModelException"/> or a model that works: no other exception, no hang, no more memory than
/// four times the file, no answer that depends on what lies behind the file. The suite runs a share; TOPICMODEL_TEST_MUTATIONS=200000 runs
/// that many and holds each to a second.
/// </summary>
public class ModelFuzzTests(ITestOutputHelper output)
{
    private const int ShareOfSuite = 6000, WordCount = 400;

    /// <summary>What a file of any size may cost: an exception with its stack, the manifest's objects.</summary>
    private const int FixedBytes = 16_384;

    private const string Text = "Đảng hội đàm, nhân dân là hữu nghị; từ1 từ2 từ3 từ77.\nMột là, cần thương mại. từ5 từ399 hai.";

    private static readonly string? All = Environment.GetEnvironmentVariable("TOPICMODEL_TEST_MUTATIONS");

    private static readonly byte[][] Goods = [Good(ClassifierKind.Multiclass, 3), Good(ClassifierKind.Passages, 1), Good(ClassifierKind.Multilabel, 11)];

    /// <summary>A model of some hundred words with its texts.</summary>
    private static byte[] Good(ClassifierKind kind, int labels)
    {
        string[] words = ["đảng", "nhân dân", "thương mại", "hội đàm", "cần", "là", "hữu nghị", .. Enumerable.Range(0, WordCount).Select(i => $"từ{i}")];
        (string, float[])[] weights = [.. words.Select((word, i) => (word, Enumerable.Range(0, labels).Select(label => (float)Math.Sin(1 + i * 3 + label)).ToArray()))];
        return ModelWriter.ToBytes(TestModels.Model(TestModels.Manifest(kind, [.. Enumerable.Range(0, labels).Select(label => $"nhãn {label}")]), weights));
    }

    [Fact]
    public void EveryTruncation_IsRefused()
    {
        foreach (ClassifierKind kind in new[] { ClassifierKind.Multiclass, ClassifierKind.Passages })
        {
            byte[] small = ModelWriter.ToBytes(TestModels.Model(kind));
            for (int length = 0; length < small.Length; length++)
                Assert.Throws<InvalidModelException>(() => ModelReader.Read(small.AsSpan(0, length), "x"));
        }
    }

    [Fact]
    public void SeededMutations_AreRefusedOrWork()
    {
        int count = int.Parse(All ?? $"{ShareOfSuite}", CultureInfo.InvariantCulture), works = 0, worksDamaged = 0;
        (double mostSeconds, long mostBytes) = (0, 0);
        ModelMutator[] mutators = [.. Goods.Select((good, i) => new ModelMutator(good, seed: 15 + i))];
        for (int i = 0; i < count; i++)
        {
            byte[] file = mutators[i % mutators.Length].Next();
            (bool isWorking, double seconds, long excess) = Try(file, $"mutation {i}");
            if (isWorking) works++;
            if (isWorking && !file.AsSpan().SequenceEqual(Goods[i % Goods.Length])) worksDamaged++;
            (mostSeconds, mostBytes) = (Math.Max(mostSeconds, seconds), Math.Max(mostBytes, excess));
        }
        output.WriteLine($"{count} mutations of files of {string.Join(", ", Goods.Select(good => good.Length))} bytes: {works} work, {worksDamaged} of them changed; the slowest took {mostSeconds:0.000} s, the largest {mostBytes} bytes beyond four times its file");
        Assert.InRange(worksDamaged, count / 100, count / 2);
        if (All is not null) Assert.True(mostSeconds < 1, $"a file took {mostSeconds} s");
    }

    /// <summary>Reads and, if that works, uses a model; no exception but that of a bad model gets through.</summary>
    /// <returns>Whether it works, the seconds it took, and the bytes taken for reading beyond four times the file's.</returns>
    private static (bool Works, double Seconds, long Excess) Try(byte[] file, string name)
    {
        long start = Stopwatch.GetTimestamp(), before = GC.GetAllocatedBytesForCurrentThread();
        TextModel? model = null;
        try
        {
            model = ModelReader.Read(file, "x");
        }
        catch (InvalidModelException)
        {
        }
        long excess = GC.GetAllocatedBytesForCurrentThread() - before - 4 * file.Length;
        Assert.True(excess < FixedBytes, $"{name}: reading {file.Length} bytes took {excess} bytes beyond four times as many");
        if (model is not null)
        {
            Assert.True(ModelBytes.HasRightChecksums(file), $"{name}: read although a checksum is wrong");
            Assert.Equal(Use(model), Use(WithNoiseBehind(file)));
        }
        return (model is not null, Stopwatch.GetElapsedTime(start).TotalSeconds, excess);
    }

    /// <summary>The same file with other bytes behind it: an answer that changes has been read out of bounds.</summary>
    private static TextModel WithNoiseBehind(byte[] file)
    {
        byte[] array = [.. file, .. Enumerable.Repeat((byte)0xA5, 4096)];
        return ModelReader.Read(array, file.Length, "x");
    }

    /// <summary>All that the model says of a text.</summary>
    private static string Use(TextModel model)
    {
        if (model.Manifest.Kind == ClassifierKind.Passages)
        {
            TaskList list = new TaskListDetector(model).Detect(Text);
            Assert.InRange(list.Probability, 0, 1);
            Assert.All(list.Items, item => Assert.InRange(item.Probability, 0, 1));
            return JsonSerializer.Serialize(list, TopicModelJsonContext.Default.TaskList);
        }
        Explanation explanation = new TopicClassifier(model).Explain(Text);
        Assert.All(explanation.Prediction.Scores.Values, value => Assert.InRange(value, 0, 1));
        Assert.All(explanation.Scores, score => Assert.True(double.IsFinite(score)));
        return JsonSerializer.Serialize(explanation, TopicModelJsonContext.Default.Explanation) + string.Join('\n', model.Ngrams?.Decode() ?? []);
    }
}
