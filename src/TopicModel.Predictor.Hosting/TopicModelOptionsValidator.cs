using Microsoft.Extensions.Options;

namespace TopicModel.Hosting;

/// <summary>Refuses options that cannot work, with the value found and what is allowed.</summary>
internal sealed class TopicModelOptionsValidator : IValidateOptions<TopicModelOptions>
{
    private static readonly TimeSpan LongestQuietPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPollInterval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPollInterval = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TopicModelOptions options)
    {
        var problems = new ValidateOptionsResultBuilder();
        if (string.IsNullOrWhiteSpace(options.Folder))
            problems.AddError("there is no folder of models; set it in code, AddTopicModel(\"models\"), or in the configuration, { \"TopicModel\": { \"Folder\": \"models\" } }", nameof(options.Folder));
        if (options.RequiredModels is null || options.RequiredModels.Any(string.IsNullOrWhiteSpace))
            problems.AddError("a name of a model is empty; names such as \"theme\" were expected", nameof(options.RequiredModels));
        Check(problems, options.QuietPeriod, TimeSpan.Zero, LongestQuietPeriod, nameof(options.QuietPeriod));
        Check(problems, options.PollInterval, ShortestPollInterval, LongestPollInterval, nameof(options.PollInterval));
        return problems.Build();
    }

    private static void Check(ValidateOptionsResultBuilder problems, TimeSpan value, TimeSpan least, TimeSpan most, string name)
    {
        if (value < least || value > most) problems.AddError($"{value} is not from {least} to {most}", name);
    }
}
