namespace TopicModel.Training.Trainers;

/// <summary>One number of an options record: how it is called, what it may be, how it is read and replaced.</summary>
/// <typeparam name="TOptions">The options record.</typeparam>
/// <param name="Key">Key in train.json.</param>
/// <param name="Range">What is allowed.</param>
/// <param name="Meaning">What it does, one sentence.</param>
/// <param name="Get">Reads it.</param>
/// <param name="With">The options with another value, which is within the range.</param>
internal sealed record TrainerOption<TOptions>(string Key, NumberRange Range, string Meaning, Func<TOptions, double> Get, Func<TOptions, double, TOptions> With);
