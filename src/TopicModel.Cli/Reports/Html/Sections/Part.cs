namespace TopicModel.Cli.Reports.Html.Sections;

/// <summary>The parts that the page has of a classifier, in their order. A part without anything to show is left out, also of the contents.</summary>
public enum Part
{
    /// <summary>Metrics with intervals.</summary>
    Metrics,

    /// <summary>Precision, recall and F1 of each label.</summary>
    Labels,

    /// <summary>Which labels were taken for which, with the articles.</summary>
    Confusion,

    /// <summary>Precision-recall curves.</summary>
    Curves,

    /// <summary>Reliability and spread of the probabilities.</summary>
    Probabilities,

    /// <summary>The same for the sentences of passages.</summary>
    Sentences,

    /// <summary>Sentences found, missed and spurious, in place.</summary>
    Passages,

    /// <summary>Instructive mistakes.</summary>
    Mistakes,

    /// <summary>Strongest n-grams.</summary>
    Words,

    /// <summary>Learning curve.</summary>
    Learning,

    /// <summary>Slices of the test documents.</summary>
    Slices,

    /// <summary>Suspect labels.</summary>
    Quality,

    /// <summary>Comparison with the report before.</summary>
    Comparison,

    /// <summary>Trend over the history.</summary>
    Trend,
}
