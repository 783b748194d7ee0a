namespace TopicModel.Cli.Commands;

/// <summary>The models of a folder with what is needed to read articles for them.</summary>
internal sealed class LoadedModels : IDisposable
{
    /// <param name="location">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">It has no model.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used.</exception>
    public LoadedModels(ModelLocation location)
    {
        if (File.Exists(location.Folder)) throw new DirectoryNotFoundException($"{location.Folder}: this is a file; the folder that it is in was expected");
        if (!Directory.Exists(location.Folder)) throw new DirectoryNotFoundException($"{location.Folder}: there is no such folder of models; 'topicmodel train' makes one");
        Analyzer = ArticleAnalyzer.Load(location.Folder);
        IdField = location.IdField;
        TextFields = [.. Analyzer.Classifiers.SelectMany(classifier => classifier.Manifest.TextFields)
            .Concat(Analyzer.Detectors.SelectMany(detector => detector.Manifest.TextFields)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The models.</summary>
    public ArticleAnalyzer Analyzer { get; }

    /// <summary>Name of the identifier's field.</summary>
    public string IdField { get; }

    /// <summary>Names of all text fields that a model reads, in the order of the first model that does.</summary>
    public IReadOnlyList<string> TextFields { get; }

    /// <inheritdoc/>
    public void Dispose() => Analyzer.Dispose();
}
