using System.Globalization;

namespace TopicModel.Training.Trainers;

/// <summary>Which numbers an option may have.</summary>
/// <param name="IsWhole">Only whole numbers.</param>
/// <param name="Minimum">Least number.</param>
/// <param name="Maximum">Greatest number, allowed itself.</param>
/// <param name="IsMinimumExcluded">Whether it must be above <paramref name="Minimum"/>, not equal to it.</param>
public sealed record NumberRange(bool IsWhole, double Minimum, double Maximum, bool IsMinimumExcluded = false)
{
    /// <summary>Above 0; beyond 10⁹ single precision has nothing left to tell.</summary>
    internal static NumberRange Positive { get; } = new(false, 0, 1e9, true);

    /// <summary>A number of passes over the data.</summary>
    internal static NumberRange Passes { get; } = new(true, 1, 1_000_000);

    /// <summary>Whether <paramref name="value"/> is allowed; NaN never is.</summary>
    public bool Contains(double value) =>
        (IsMinimumExcluded ? value > Minimum : value >= Minimum) && value <= Maximum && (!IsWhole || value == Math.Floor(value));

    /// <summary>"a number above 0, at most 1000000000" or "a whole number from 1 to 1000000".</summary>
    public override string ToString()
    {
        string kind = IsWhole ? "a whole number" : "a number", least = Minimum.ToString("R", CultureInfo.InvariantCulture), most = Maximum.ToString("R", CultureInfo.InvariantCulture);
        return IsMinimumExcluded ? $"{kind} above {least}, at most {most}" : $"{kind} from {least} to {most}";
    }
}
