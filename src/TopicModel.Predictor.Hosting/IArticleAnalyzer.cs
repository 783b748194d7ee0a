using TopicModel.Format;

namespace TopicModel.Hosting;

/// <summary>
/// The models that the app serves now: what endpoints, pages and workers inject. Safe for any number of threads. When the model files are
/// replaced, the next call uses the new ones; a call that runs already ends with those that it began with.
/// </summary>
public interface IArticleAnalyzer
{
    /// <summary>Asks every model about an article; all answers come from models that were loaded together.</summary>
    /// <exception cref="ArgumentNullException">The article is null.</exception>
    /// <exception cref="ArgumentException">A field is longer than <see cref="Article.MaxTextLength"/>.</exception>
    /// <exception cref="ObjectDisposedException">The app has shut down.</exception>
    ArticleAnalysis Analyze(Article article);

    /// <summary>
    /// Holds the current models for as long as the lease is not disposed, for what takes several calls: explanations, batches, a look at a
    /// <see cref="ModelManifest"/>. Dispose it soon: replaced models stay in memory until their last lease ends.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The app has shut down.</exception>
    AnalyzerLease Lease();
}
