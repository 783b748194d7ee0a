using System.Runtime.CompilerServices;

namespace TopicModel.Tests;

public class BatchTests
{
    private static readonly TopicClassifier Classifier = new(TestModels.Model(ClassifierKind.Multiclass));
    private static readonly TaskListDetector Detector = new(TestModels.Named("tasks", ClassifierKind.Passages));
    private static readonly ArticleAnalyzer Analyzer = new([Classifier], [Detector]);

    private static readonly string[] Texts = [.. Enumerable.Range(0, 500).Select(i => string.Join(' ', Enumerable.Repeat(i % 3 == 0 ? "đảng" : i % 3 == 1 ? "nhân dân" : "cần thương mại", 1 + i % 7)))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Batch_AnyNumberOfThreads_IsOneByOneInOrder(int threads)
    {
        Article[] articles = [.. Texts.Select(text => new Article { Body = text })];
        string[] predicted = [.. Texts.Select(text => Classifier.Predict(text).Scores.ToString())], detected = [.. Texts.Select(text => Detector.Detect(text).ToString())];
        Assert.Equal(predicted, Classifier.PredictBatch(Texts, threads).Select(p => p.Scores.ToString()));
        Assert.Equal(predicted, Classifier.PredictBatch(Texts.Where(_ => true), threads).Select(p => p.Scores.ToString()));
        Assert.Equal(predicted, Classifier.PredictBatch(articles, threads).Select(p => p.Scores.ToString()));
        Assert.Equal(detected, Detector.DetectBatch(Texts, threads).Select(list => list.ToString()));
        Assert.Equal(detected, Detector.DetectBatch(articles, threads).Select(list => list.ToString()));
        string[] analyzed = [.. Texts.Select(text => Analyzer.Analyze(text).ToString())];
        Assert.Equal(analyzed, Analyzer.AnalyzeBatch(Texts, threads).Select(analysis => analysis.ToString()));
        Assert.Equal(analyzed, Analyzer.AnalyzeBatch(articles, threads).Select(analysis => analysis.ToString()));
        Assert.Empty(Classifier.PredictBatch(Array.Empty<string>(), threads));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Batch_WithTextsThatAreRefused_FailsAsTheFirstOfThemDoes(int threads)
    {
        string[] texts = [.. Texts];
        texts[100] = new string('x', Article.MaxTextLength + 1);
        texts[50] = null!;
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => Classifier.PredictBatch(texts, threads)).ParamName);
        texts[50] = "";
        Assert.Contains("16000001", Assert.Throws<ArgumentException>(() => Classifier.PredictBatch(texts, threads)).Message);
    }

    [Fact]
    public void Batch_WithoutAnything_SaysWhatIsMissing()
    {
        Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => Classifier.PredictBatch(Texts, threads: -1)).ParamName);
        Assert.Throws<ArgumentNullException>(() => Classifier.PredictBatch((string[])null!));
        Assert.Throws<ArgumentNullException>(() => Detector.DetectBatch((Article[])null!));
        Assert.Throws<ArgumentNullException>(() => { Classifier.PredictAsync((IAsyncEnumerable<string>)null!); });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Batch_Cancelled_EndsBeforeAllIsDone(int threads)
    {
        using var source = new CancellationTokenSource();
        int read = 0;
        IEnumerable<Article> Articles()
        {
            for (; read < 1000; read++) yield return new Article();
            source.Cancel();
        }
        Assert.ThrowsAny<OperationCanceledException>(() => Analyzer.AnalyzeBatch(Articles(), threads, source.Token));
        Assert.Equal(1000, read);
    }

    [Fact]
    public async Task Async_AnyModel_IsOneByOneInOrder()
    {
        List<string> predicted = [], detected = [], analyzed = [];
        await foreach (Prediction prediction in Classifier.PredictAsync(Stream(Texts))) predicted.Add(prediction.Scores.ToString());
        await foreach (TaskList list in Detector.DetectAsync(Stream(Texts))) detected.Add(list.ToString());
        await foreach (ArticleAnalysis analysis in Analyzer.AnalyzeAsync(Stream(Texts))) analyzed.Add(analysis.ToString());
        Assert.Equal(Texts.Select(text => Classifier.Predict(text).Scores.ToString()), predicted);
        Assert.Equal(Texts.Select(text => Detector.Detect(text).ToString()), detected);
        Assert.Equal(Texts.Select(text => Analyzer.Analyze(text).ToString()), analyzed);
        Article[] articles = [.. Texts.Select(text => new Article { Body = text })];
        Assert.Equal(predicted, await Classifier.PredictAsync(Stream(articles)).Select(prediction => prediction.Scores.ToString()).ToListAsync());
        Assert.Equal(detected, await Detector.DetectAsync(Stream(articles)).Select(list => list.ToString()).ToListAsync());
        Assert.Equal(analyzed, await Analyzer.AnalyzeAsync(Stream(articles)).Select(analysis => analysis.ToString()).ToListAsync());
    }

    [Fact]
    public async Task Async_ReadsNoFurtherThanItsReader()
    {
        int read = 0;
        async IAsyncEnumerable<string> Endless()
        {
            for (; ; read++)
            {
                await Task.Yield();
                yield return "đảng";
            }
        }
        await foreach (Prediction _ in Classifier.PredictAsync(Endless()))
            if (read == 10) break;
        Assert.Equal(10, read);
    }

    [Fact]
    public async Task Async_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        int seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Prediction _ in Classifier.PredictAsync(Stream(Texts), source.Token))
                if (++seen == 20) await source.CancelAsync();
        });
        Assert.Equal(20, seen);
        using var outside = new CancellationTokenSource();
        await outside.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Prediction _ in Classifier.PredictAsync(Stream(Texts)).WithCancellation(outside.Token)) seen++;
        });
        Assert.Equal(20, seen);
    }

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (T item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return item;
        }
    }
}
