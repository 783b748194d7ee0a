using TopicModel.Cli.Reports.Verdict;
using TopicModel.Cli.Tests.Reports.Html;
using TopicModel.Training.Evaluation;
using TopicModel.Training.Evaluation.Details;

namespace TopicModel.Cli.Tests.Reports;

public class VerdictTests
{
    [Fact]
    public void Write_Training_TellsSubjectQualityCertaintyComparisonAndAdviceInThisOrder()
    {
        ReportDetails details = SampleDetails.Full();
        IReadOnlyList<VerdictSentence> verdict = new VerdictWriter(details with { Comparison = details.Comparison! with { Verdict = ComparisonVerdict.Write(details.Comparison) } }).Write();

        Assert.Equal(
            [
                "Trained 4 classifiers on 1,200 documents; tested on 300 that were not trained on.",
                "stance: macro-F1 0.750; the decision is right for 225 of 300 documents; weakest is 'against' with F1 0.646 (150 documents).",
                "tasks: F1 (positive) 0.600; sentences: F1 (positive) 0.660; the decision is right for 1 of 2 documents.",
                "theme: micro-F1 0.800; the whole set of labels is right for 240 of 300 documents; weakest is 'a|b' with F1 0.646 (90 documents).",
                "untested: nothing is known of its quality; there was neither a test nor a cross-validation.",
                "1 test document has the text, or nearly the text, of a training document: the figures are a little too good.",
                "untested: its probabilities are not calibrated, because there was no cross-validation.",
                "untested: the trainer stopped before it had converged.",
                "stance is clearly better than before: macro-F1 0.750, before 0.700 (+0.050 [+0.010, +0.090]); 4 documents went from wrong to right and 1 from right to wrong (McNemar, exact: p 0.041).",
                "New, with nothing to compare with: untested.",
                "Not there any more: old.",
                "Take the test documents out that are trained on (label-issues.jsonl names them), and train again.",
                "Read the suspect labels in label-issues.jsonl, the most suspect first: stance 12 (estimated 2.1\u00A0% wrong).",
                "Label more documents for stance: twice as many should lift macro-F1 from 0.750 to about 0.790.",
                "stance is weakest on genre 'opinion': accuracy 0.500 against 0.750 of all; label more documents of this kind (there are 60).",
                "Look at the mistakes of stance on 'against': it misses 40.0\u00A0% of them.",
            ],
            verdict.Select(sentence => sentence.Text));
        Assert.Equal(verdict.Select(sentence => sentence.Kind).Order(), verdict.Select(sentence => sentence.Kind));
        Assert.Equal([VerdictTone.Neutral, VerdictTone.Warning, VerdictTone.Neutral, VerdictTone.Warning], verdict.Where(sentence => sentence.Kind == VerdictKind.Quality).Select(sentence => sentence.Tone));
        Assert.All(verdict.Where(sentence => sentence.Classifier is not null), sentence => Assert.Contains(sentence.Classifier!, sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Evaluation_DoesNotSpeakOfTraining()
    {
        Report report = SampleReports.Full() with { Data = new DataReport(new DataPart(0), new DataPart(300), "") };
        IReadOnlyList<VerdictSentence> verdict = new VerdictWriter(SampleDetails.Bare(report)).Write();

        Assert.Equal("Measured 4 classifiers on 300 documents.", verdict[0].Text);
        Assert.DoesNotContain(verdict, sentence => sentence.Text.Contains("earlier report", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, 300, VerdictTone.Warning, "2 test documents have the text, or nearly the text, of a training document: the figures are a little too good.")]
    [InlineData(3, 300, VerdictTone.Bad, "3 test documents have the text, or nearly the text, of a training document: the figures are too good.")]
    [InlineData(50, 100_000, VerdictTone.Bad, "50 or more test documents have the text, or nearly the text, of a training document: the figures are too good.")]
    public void Write_Leaks_AreAsBadAsTheirShare(int leaks, int documents, VerdictTone tone, string text)
    {
        ReportDetails bare = SampleDetails.Bare(SampleReports.Full() with { Data = new DataReport(new DataPart(100), new DataPart(documents), "f") });

        VerdictSentence sentence = new VerdictWriter(bare with { Leaks = [.. Enumerable.Repeat(new DuplicatePair("a", "a", [], "b", []), leaks)] }).Write().First(one => one.Kind == VerdictKind.Certainty);

        Assert.Equal((tone, text), (sentence.Tone, sentence.Text));
    }

    [Fact]
    public void Write_TwoClassifiersUnchanged_AreOneSentence()
    {
        ClassifierComparison same = SampleDetails.Full().Comparison!.Classifiers[0] with { Outcome = ComparisonOutcome.NoClearDifference, BrokenCount = 0, FixedCount = 0, Documents = 40 };

        IReadOnlyList<VerdictSentence> verdict = ComparisonVerdict.Write(SampleDetails.Full().Comparison! with { Classifiers = [same, same with { Name = "tone", Unshared = 7 }, same with { Name = "theme" }], OnlyAfter = [], OnlyBefore = [] });

        Assert.Equal(
            [
                "stance and theme are right on the same documents as before, and wrong on the same (40 documents).",
                "tone is right on the same documents as before, and wrong on the same (40 documents that both were tested on).",
            ], verdict.Select(sentence => sentence.Text));
        Assert.Equal([null, "tone"], verdict.Select(sentence => sentence.Classifier));
    }

    [Theory]
    [InlineData(12, "stance: the test is small for a sure figure; a classifier that is right only 77.9\u00A0% of the time gets all of 12 documents right one time in twenty.")]
    [InlineData(28, "stance: the test is small for a sure figure; a classifier that is right only 89.9\u00A0% of the time gets all of 28 documents right one time in twenty.")]
    [InlineData(29, null)]
    public void Write_FewTestDocumentsAllRight_Warns(int documents, string? expected)
    {
        Report full = SampleReports.Full();
        ClassifierReport stance = full.Classifiers["stance"];
        MetricBlock test = stance.Test! with { Documents = documents, MacroF1 = 1, Intervals = new Dictionary<string, Interval> { ["macroF1"] = new(1, 1) } };

        string? warning = new VerdictWriter(SampleDetails.Bare(full with { Classifiers = new Dictionary<string, ClassifierReport> { ["stance"] = stance with { Test = test, CrossValidation = null } } })).Write()
            .Select(sentence => sentence.Text).FirstOrDefault(text => text.Contains("small for a sure figure", StringComparison.Ordinal));

        Assert.Equal(expected, warning);
    }

    [Fact]
    public void Write_WideIntervalAndTestBelowCrossValidation_Warns()
    {
        Report full = SampleReports.Full();
        ClassifierReport stance = full.Classifiers["stance"];
        MetricBlock test = stance.Test! with { MacroF1 = 0.7, Ece = 0.2, Intervals = new Dictionary<string, Interval> { ["macroF1"] = new(0.6, 0.8), ["ece"] = new(0.15, 0.25) } };
        CrossValidationReport folds = CrossValidationReport.Of([stance.Test! with { MacroF1 = 0.95 }]);

        string[] warnings = [.. new VerdictWriter(SampleDetails.Bare(full with { Classifiers = new Dictionary<string, ClassifierReport> { ["stance"] = stance with { Test = test, CrossValidation = folds } } })).Write()
            .Where(sentence => sentence is { Kind: VerdictKind.Certainty, Tone: VerdictTone.Warning }).Select(sentence => sentence.Text)];

        Assert.Equal(
            [
                "stance: the test is small for a sure figure; other documents could have given a macro-F1 from 0.600 to 0.800.",
                "stance: macro-F1 was 0.950 in cross-validation, clearly above the test: the test documents are unlike the training documents.",
                "stance: its probabilities are off by 0.200 on average; do not take them at their word on such documents.",
            ], warnings);
    }
}
