using TopicModel.Format;
using TopicModel.Models;

namespace TopicModel.Training.Format;

/// <summary>Lays out the weights of a model as its file has them.</summary>
internal static class LinearLayout
{
    /// <summary>Masks and weights of some rows of a matrix.</summary>
    /// <param name="rows">[feature] -> row of the matrix.</param>
    /// <param name="codes">[row * outputs + output], -127 to 127; 0 where no weight is to be stored.</param>
    /// <param name="outputs">[output] -> bias and scale.</param>
    public static LinearModel Of(ReadOnlySpan<int> rows, ReadOnlySpan<sbyte> codes, OutputScale[] outputs)
    {
        int masksPerFeature = LinearModel.MasksFor(outputs.Length);
        var masks = new byte[checked(rows.Length * masksPerFeature)];
        var starts = new List<int>(rows.Length / LinearModel.FeaturesPerStart + 2);
        var stored = new List<sbyte>();
        for (int feature = 0; feature < rows.Length; feature++)
        {
            if (feature % LinearModel.FeaturesPerStart == 0) starts.Add(stored.Count);
            for (int output = 0; output < outputs.Length; output++)
            {
                sbyte code = codes[rows[feature] * outputs.Length + output];
                if (code == 0) continue;
                stored.Add(code);
                masks[feature * masksPerFeature + output / LinearModel.OutputsPerMask] |= (byte)(1 << output % LinearModel.OutputsPerMask);
            }
        }
        starts.Add(stored.Count);
        return new LinearModel(new SectionArray<int>([.. starts]), new SectionArray<byte>(masks), new SectionArray<sbyte>([.. stored]), new SectionArray<OutputScale>(outputs));
    }
}
