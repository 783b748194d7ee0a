using TopicModel.Features;

namespace TopicModel.Cli.Configuration;

/// <summary>Reads "features" of a classifier.</summary>
internal static class FeatureReader
{
    /// <summary>Reads and checks.</summary>
    /// <param name="node">The node; may be missing.</param>
    /// <param name="textFields">Names of the text fields.</param>
    /// <exception cref="ConfigException">A value cannot be used, or there would be no features at all.</exception>
    public static FeatureOptions Read(ConfigNode node, IReadOnlyList<string> textFields)
    {
        node.CheckKeys(ConfigKeys.Features);
        var defaults = new FeatureOptions();
        var features = new FeatureOptions
        {
            Words = ReadRange(node["words"], defaults.Words),
            Chars = ReadRange(node["chars"], defaults.Chars),
            Unaccented = node["unaccented"].Flag(defaults.Unaccented),
            MinDocumentFrequency = node["minDocumentFrequency"].Integer(1, int.MaxValue, defaults.MinDocumentFrequency),
            MaxFeatures = node["maxFeatures"].Exists ? node["maxFeatures"].Integer(1, int.MaxValue, 1) : null,
            Weighting = node["weighting"].Choice(ConfigKeys.Weightings, defaults.Weighting),
            Clean = node["clean"].Flag(defaults.Clean),
            FieldWeights = ReadFieldWeights(node["fieldWeights"], textFields),
        };
        return features.Words is null && features.Chars is null ? throw node["words"].Error("and chars are both null; at least one is needed") : features;
    }

    private static NgramRange? ReadRange(ConfigNode node, NgramRange? defaultValue)
    {
        string expected = $"[lowest, highest] order, from 1 to {NgramRange.Limit}, or null";
        if (node.Entry is not { } entry) return defaultValue;
        if (entry.IsNull) return null;
        IReadOnlyList<ConfigNode> orders = node.Elements(expected);
        if (orders.Count != 2) throw node.Error($"has {(orders.Count == 1 ? "1 element" : $"{orders.Count} elements")}; {expected} was expected");
        var range = new NgramRange(orders[0].Integer(1, NgramRange.Limit, 1), orders[1].Integer(1, NgramRange.Limit, 1));
        return range.Min <= range.Max ? range : throw node.Error($"is [{range.Min}, {range.Max}]; the lowest order comes first");
    }

    private static IReadOnlyDictionary<string, double> ReadFieldWeights(ConfigNode node, IReadOnlyList<string> textFields)
    {
        IReadOnlyDictionary<string, double> weights = node.Table(weight => weight.Number(number => number is > 0 and <= 100, "a number above 0 and at most 100"));
        node.CheckFields(weights.Keys, textFields);
        return weights;
    }
}
