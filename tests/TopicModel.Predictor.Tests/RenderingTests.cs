using System.Text.RegularExpressions;

namespace TopicModel.Tests;

public class RenderingTests
{
    private static readonly TopicClassifier Classifier = new(TestModels.Model(ClassifierKind.Multiclass));

    private static Explanation Explain(string title, string body) => Classifier.Explain(new Article { Title = title, Body = body });

    [Fact]
    public void ToHtml_IsTheWholeTextWithMarks()
    {
        string html = Explain("Đảng", "hội đàm với nhân dân\nvề thương mại").ToHtml("đảng");
        Assert.StartsWith("<section class=\"tm-explanation\">\n<h3>Why đảng (0.", html);
        Assert.EndsWith("</p>\n</section>\n", html);
        Assert.Contains("<p class=\"tm-field\">title</p>\n<p class=\"tm-text\" dir=\"auto\"><mark class=\"tm-for2\" title=\"+", html);
        Assert.Contains("<mark class=\"tm-against1\" title=\"-", html);
        Assert.Equal("hội đàm với nhân dân\nvề thương mại", System.Net.WebUtility.HtmlDecode(Regex.Replace(html.Split("body</p>\n")[1].Split("</p>")[0], "<[^>]*>", "")));
        foreach (string name in Regex.Matches(html, "class=\"(tm-[a-z0-9]+)\"").Select(match => match.Groups[1].Value).Where(name => name != "tm-explanation"))
            Assert.Contains(name, Explanation.HtmlStyle);
    }

    [Fact]
    public void ToHtml_WhatLooksLikeHtml_IsEscaped()
    {
        var named = new TopicClassifier(TestModels.Model(TestModels.Manifest(ClassifierKind.Multiclass, ["<b>", "&"], textFields: ["<f>", "\"body"]), ("đảng", [3, 1])));
        string html = named.Explain("<script>alert('đảng')</script> & \"đảng\" <img onerror=x> \uD800").ToHtml();
        Assert.DoesNotMatch("<(?!/?(section|h3|p|mark)[ >])", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("Why &lt;b&gt; (", html);
        Assert.Contains("&quot;body</p>", html);
    }

    [Fact]
    public void ToText_MarksWordsWithSigns()
    {
        string text = Explain("Tin", "Đảng và nhân dân, thương mại; ngoài ra").ToText("đảng");
        Assert.Matches(@"^why đảng \(0\.\d{3}\):\n  for:     Đảng \+\d\.\d{3}\n  against: thương mại -\d\.\d{3}, nhân dân -\d\.\d{3}\n\[title\]\nTin\n\[body\]\n\[\+\+Đảng\] và \[--?nhân dân\], \[--?thương mại\]; ngoài ra\n$", text);
        Assert.Contains("  for:     nothing\n  against: nothing\n", Explain("", "chẳng có gì").ToText("dân"));
    }

    [Fact]
    public void ToAnsi_WithoutItsSequences_IsTheText()
    {
        Explanation explanation = Explain("Tin\u001b[31m\u0007", "Đảng và\r\nnhân\u009b dân");
        string ansi = explanation.ToAnsi("đảng");
        Assert.Contains("\u001b[30;42mĐảng\u001b[0m", ansi);
        Assert.DoesNotMatch("[\u0007\r\u009b]", ansi);
        Assert.Equal(explanation.ToText("đảng").Replace("[++", "").Replace("[--", "").Replace("[-", "").Replace("]", "").Split("body\n")[1], Regex.Replace(ansi, "\u001b\\[[0-9;]*m", "").Split("[body]\n")[1]);
        Assert.DoesNotContain("\u001b[31m", ansi.Split("[body]")[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(25)]
    public void ToText_OfAWidth_BreaksAtBlanksAndLosesNothing(int width)
    {
        const string body = "một hai ba bốn  năm\n\nsáu bảytámchínmười mười một";
        string[] lines = Explain("", body).ToText("đảng", width).Split("[body]\n")[1].TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.True(line.TrimEnd(' ').Length <= Math.Max(width, "bảytámchínmười".Length)));
        Assert.Equal(body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries), string.Join(' ', lines).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Shown_AreTheLabelsGivenOrTheMostProbable()
    {
        var multilabel = new TopicClassifier(TestModels.Model(ClassifierKind.Multilabel));
        Assert.Equal(2, Regex.Count(multilabel.Explain("Đảng và nhân dân, nhân dân và Đảng hữu nghị").ToHtml(), "<h3>"));
        var none = new TopicClassifier(TestModels.Model(TestModels.Manifest(ClassifierKind.Multilabel, ["a", "b"]) with { Thresholds = [0.99, 0.99] }, ("x", [1f, 2f])));
        Assert.StartsWith("why b (", none.Explain("x").ToText());
        Assert.Equal("'c' is not a label of this classifier: a, b", Assert.Throws<ArgumentException>(() => none.Explain("x").ToText("c")).Message);
        Assert.Throws<ArgumentException>(() => none.Explain("x").StrongestTerms("c"));
        Assert.Throws<ArgumentException>(() => none.Explain("x").Mark("c", "body"));
    }

    [Fact]
    public void StrongestTermsAndMark_AreOfTheLabelAskedFor()
    {
        Explanation explanation = Explain("", "Đảng hội đàm với nhân dân và thương mại; là đảng");
        Assert.Equal(["Đảng", "hội đàm"], explanation.StrongestTerms("đảng", count: 2).Select(term => term.Text));
        Assert.Equal(["thương mại", "nhân dân"], explanation.StrongestTerms("đảng", against: true).Select(term => term.Text));
        Assert.Equal("Đảng hội đàm với nhân dân và thương mại; là đảng", string.Concat(explanation.Mark("dân", "body").Select(segment => segment.Text)));
        Assert.Empty(explanation.Mark("dân", "title"));
        Assert.Empty(explanation.Mark("dân", "nothing"));
        Assert.Equal([KeyValuePair.Create("body", "Đảng hội đàm với nhân dân và thương mại; là đảng")], explanation.Texts);
    }
}
