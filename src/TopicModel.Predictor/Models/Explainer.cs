using TopicModel.Features;
using TopicModel.Text;

namespace TopicModel.Models;

/// <summary>Takes the score of one text apart into what its n-grams, and then its words, added to it.</summary>
internal sealed class Explainer(TextModel model, string[] fields, NgramBuffer ngrams)
{
    private readonly FeatureCounter _counter = new();
    private readonly int _outputs = model.Linear.Outputs;

    /// <summary>The explanation of <paramref name="prediction"/>, which was made of the same n-grams.</summary>
    public Explanation Explain(Prediction prediction)
    {
        var scores = new float[_outputs];
        model.Score(ngrams, _counter, scores);
        Dictionary<int, double[]> contributions = Contributions();
        (Dictionary<int, List<(int Field, TextRange Span)>> places, int[] order) = Places(contributions);
        return new Explanation(prediction, model.Manifest.Labels, [.. scores.Select(score => (double)score)], [.. model.Linear.Scales.ToArray().Select(output => (double)output.Bias)],
            [.. order.GroupBy(feature => places[feature][0]).Select(features => Term(places[features.First()], [.. features.Select(feature => contributions[feature])]))], Spans(places, contributions), Texts());
    }

    private KeyValuePair<string, string>[] Texts() =>
        [.. model.Manifest.TextFields.Zip(fields, KeyValuePair.Create).Where(text => text.Value.Length > 0)];

    private Dictionary<int, double[]> Contributions()
    {
        var contributions = new Dictionary<int, double[]>(_counter.Count);
        for (int i = 0; i < _counter.Count; i++)
        {
            var byOutput = new double[_outputs];
            for (int output = 0; output < _outputs; output++)
                byOutput[output] = (double)_counter.Values[i] * model.Linear.Weight(_counter.Features[i], output);
            contributions.Add(_counter.Features[i], byOutput);
        }
        return contributions;
    }

    private (Dictionary<int, List<(int Field, TextRange Span)>> Places, int[] Order) Places(Dictionary<int, double[]> contributions)
    {
        var places = new Dictionary<int, List<(int, TextRange)>>(contributions.Count);
        var order = new List<int>(contributions.Count);
        for (int i = 0, field = 0; i < ngrams.Count; i++)
        {
            while (i >= ngrams.Fields[field].End) field++;
            int feature = model.Vocabulary.Find(ngrams.Hashes[i]);
            if (feature < 0) continue;
            if (!places.TryGetValue(feature, out List<(int, TextRange)>? list))
            {
                places.Add(feature, list = []);
                order.Add(feature);
            }
            list.Add((field, ngrams.Spans[i]));
        }
        return (places, [.. order]);
    }

    /// <summary>One term of all features that are first read from the same place: with and without accents, characters of one word.</summary>
    private EvidenceTerm Term(List<(int Field, TextRange Span)> places, double[][] contributions) =>
        new(places[0].Span.Of(fields[places[0].Field]).ToString(), places.Count, model.Manifest.Labels, [.. Enumerable.Range(0, _outputs).Select(output => contributions.Sum(byOutput => byOutput[output]))]);

    /// <summary>
    /// Cuts each field at every start and end of an n-gram and shares an n-gram's contribution out over its occurrences in equal
    /// parts, and inside an occurrence by the number of letters and digits.
    /// </summary>
    private List<EvidenceSpan> Spans(Dictionary<int, List<(int Field, TextRange Span)>> places, Dictionary<int, double[]> contributions)
    {
        var spans = new List<EvidenceSpan>();
        for (int field = 0; field < fields.Length; field++)
        {
            int[] cuts = [.. places.Values.SelectMany(list => list).Where(place => place.Field == field).SelectMany(place => new[] { place.Span.Start, place.Span.End }).Distinct().Order()];
            var shares = new double[Math.Max(0, cuts.Length - 1)][];
            foreach ((int feature, List<(int Field, TextRange Span)> list) in places)
                foreach ((int _, TextRange span) in list.Where(place => place.Field == field))
                    Share(contributions[feature], 1.0 / list.Count, span, cuts, fields[field], shares);
            for (int i = 0; i < shares.Length; i++)
                if (shares[i] is { } share) spans.Add(new EvidenceSpan(model.Manifest.TextFields[field], cuts[i], cuts[i + 1] - cuts[i], model.Manifest.Labels, share));
        }
        return spans;
    }

    private static void Share(double[] contributions, double part, TextRange span, int[] cuts, string text, double[][] shares)
    {
        int letters = Letters(text, span.Start, span.End);
        for (int i = Array.BinarySearch(cuts, span.Start); i < shares.Length && cuts[i] < span.End; i++)
        {
            int inside = Letters(text, cuts[i], cuts[i + 1]);
            if (inside == 0) continue;
            shares[i] ??= new double[contributions.Length];
            for (int output = 0; output < contributions.Length; output++) shares[i][output] += contributions[output] * part * inside / letters;
        }
    }

    /// <summary>Units that are not separators; an entity such as "&amp;agrave;" counts its letters.</summary>
    private static int Letters(string text, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++) if (CharFolding.Table[text[i]] != CharFolding.Separator) count++;
        return count;
    }
}
