using System.Globalization;

namespace TopicModel.Training.Trainers;

/// <summary>The trainers that train.json can name, and how one is made from a name and options in text form.</summary>
public static class TrainerCatalog
{
    /// <summary>Passes over the data of a trainer that only screens features.</summary>
    private const int ScreeningPasses = 3;

    private static readonly Entry[] Entries =
    [
        new(Describe(LinearSvm.TrainerName, "linear support vector machine, one label against the rest, by dual coordinate descent", LinearSvm.OptionSet),
            pairs => new LinearSvm(LinearSvm.OptionSet.Parse(pairs))),
        new(Describe(SdcaMaximumEntropy.TrainerName, "logistic regression by stochastic dual coordinate ascent", SdcaMaximumEntropy.OptionSet),
            pairs => new SdcaMaximumEntropy(SdcaMaximumEntropy.OptionSet.Parse(pairs))),
        new(Describe(LbfgsMaximumEntropy.TrainerName, "logistic regression by L-BFGS", LbfgsMaximumEntropy.OptionSet),
            pairs => new LbfgsMaximumEntropy(LbfgsMaximumEntropy.OptionSet.Parse(pairs))),
        new(Describe(AveragedPerceptron.TrainerName, "averaged perceptron, one label against the rest", AveragedPerceptron.OptionSet),
            pairs => new AveragedPerceptron(AveragedPerceptron.OptionSet.Parse(pairs))),
        new(Describe(NaiveBayes.TrainerName, "complement naive Bayes", NaiveBayes.OptionSet, usesFeatureScales: false),
            pairs => new NaiveBayes(NaiveBayes.OptionSet.Parse(pairs))),
    ];

    /// <summary>All trainers, the default first.</summary>
    public static IReadOnlyList<TrainerDescription> Trainers { get; } = [.. Entries.Select(entry => entry.Description)];

    /// <summary>Makes a trainer.</summary>
    /// <param name="name">Its name, exactly.</param>
    /// <param name="options">[key] -> value as text; what is missing has its default.</param>
    /// <exception cref="ArgumentException">
    /// Unknown trainer or option, no number, or a number outside the range; one sentence names what was given and what is allowed.
    /// </exception>
    public static ITrainer Create(string name, IEnumerable<KeyValuePair<string, string>> options)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        return (Array.Find(Entries, entry => entry.Description.Name == name) ?? throw Unknown(name)).Create(options);
    }

    /// <summary>
    /// The same trainer stopped early, to tell the features that matter from those that do not: what few passes say of that is as good as
    /// what all say. A trainer without passes is given back as it is.
    /// </summary>
    internal static ITrainer ForScreening(ITrainer trainer)
    {
        const string passes = "maxIterations";
        if (!trainer.Options.TryGetValue(passes, out string? most) || int.Parse(most, CultureInfo.InvariantCulture) <= ScreeningPasses) return trainer;
        return Create(trainer.Name, trainer.Options.Where(option => option.Key != passes).Append(KeyValuePair.Create(passes, ScreeningPasses.ToString(CultureInfo.InvariantCulture))));
    }

    private static TrainerDescription Describe<TOptions>(string name, string summary, TrainerOptionSet<TOptions> options, bool usesFeatureScales = true)
        where TOptions : class, new() => new(name, summary, usesFeatureScales, options.Describe());

    private static ArgumentException Unknown(string name)
    {
        string[] names = [.. Entries.Select(entry => entry.Description.Name)];
        return new ArgumentException($"there is no trainer \"{name}\"; did you mean \"{NearestName.Of(name, names)}\"? There are {string.Join(", ", names)}");
    }

    private sealed record Entry(TrainerDescription Description, Func<IEnumerable<KeyValuePair<string, string>>, ITrainer> Create);
}
