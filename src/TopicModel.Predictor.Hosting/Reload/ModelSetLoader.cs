namespace TopicModel.Hosting.Reload;

/// <summary>Loads the models of a folder together, or says why they cannot serve.</summary>
/// <param name="folder">Full path of the folder.</param>
/// <param name="requiredModels">Names of models that every folder must have.</param>
internal sealed class ModelSetLoader(string folder, IReadOnlyList<string> requiredModels)
{
    /// <summary>Times that a folder is read because its files changed meanwhile.</summary>
    private const int Attempts = 5;

    /// <summary>Analyzed once by all models before they serve: what would fail at the first request fails here instead.</summary>
    private static readonly Article Probe = new() { Title = "Hội nghị", Lead = "Hai bên ký thỏa thuận hợp tác.", Body = "Một là, cần rà soát các quy định." };

    /// <summary>Full path of the folder.</summary>
    public string Folder => folder;

    /// <summary>Reads all models at one moment: if a file changes while they are read, all are read again.</summary>
    /// <returns>The models and the signature of the files that they are from.</returns>
    /// <exception cref="IOException">The folder or a file cannot be read, or they change all the time.</exception>
    /// <exception cref="InvalidModelException">A model cannot be used.</exception>
    public (ArticleAnalyzer Analyzer, FolderSignature Signature) Read()
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            FolderSignature before = FolderSignature.Of(folder);
            ArticleAnalyzer analyzer = ArticleAnalyzer.Load(folder);
            if (FolderSignature.Of(folder).Equals(before)) return (analyzer, before);
            analyzer.Dispose();
        }
        throw new IOException($"{folder}: the models changed each of the {Attempts} times that they were read");
    }

    /// <summary>Makes sure that models can serve, and take the place of those that do.</summary>
    /// <param name="next">Models that were read.</param>
    /// <param name="serving">What serves now; null at the start.</param>
    /// <exception cref="InvalidModelException">A model is missing, or of another kind than the one that serves.</exception>
    public void Check(ModelSet next, ModelSet? serving)
    {
        foreach (string name in requiredModels)
            if (!next.Models.ContainsKey(name))
                throw new InvalidModelException(folder, $"the required model '{name}' is not among the models found: {string.Join(", ", next.Models.Keys)}");
        foreach ((string name, ClassifierKind kind) in serving?.Models ?? new Dictionary<string, ClassifierKind>())
        {
            if (!next.Models.TryGetValue(name, out ClassifierKind found))
                throw new InvalidModelException(folder, $"the model '{name}', which serves, is no longer among the models found: {string.Join(", ", next.Models.Keys)}; restart the app if it is to go");
            if (found != kind) throw new InvalidModelException(folder, $"the model '{name}' is of kind {found}, the one that serves is of kind {kind}; restart the app if it is to change");
        }
        next.Analyzer.Analyze(Probe);
    }
}
